import { join } from 'node:path';
import { loadConfig } from '../../../config';
import { CHECKS, verify } from '../../../cli/mwaa-verifier';
import { fixtureConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import { readdirSync } from 'node:fs';

describe.each([
  ['this repository', loadConfig(join(__dirname, '../../..'))],
  ['the fixtures', fixtureConfig()],
])('in %s', (_, config) => {
  const stacks = parsedLandingZone(config);
  it.each(config.stages.map(({ stage }) => stage))('stage %s is as MWAA needs it', (stage) => {
    const verified = verify(stacks[stage] ?? {}, config.attachments);
    expect(verified.map(({ environment }) => environment)).toEqual([`${stage}-main`]);
    for (const { results } of verified) {
      expect(results).toHaveLength(CHECKS.length);
      expect(results.flatMap(({ findings }) => findings)).toEqual([]);
    }
  });
});

it('has a test for each check, called as the check', () => {
  const tests = readdirSync(__dirname)
    .filter((file) => file.endsWith('.test.ts') && file !== 'index.test.ts')
    .map((file) => file.replace('.test.ts', ''));
  expect(tests).toEqual(expect.arrayContaining(CHECKS.map(({ id }) => id)));
});
