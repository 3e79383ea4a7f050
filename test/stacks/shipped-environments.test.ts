import { join } from 'node:path';
import { loadConfig } from '../../config';
import { synthLandingZone } from '../support/landing-zone';

// Besides the rules of test/policies/rules the only test of the live files: they are data, and whoever edits them
// must not have to edit tests.
describe('the environments of this repository', () => {
  it('load and synthesise', () => {
    const config = loadConfig(join(__dirname, '../..'));
    expect(Object.keys(synthLandingZone(config))).toHaveLength(2 + 2 * config.stages.length);
  });
});
