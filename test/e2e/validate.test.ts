import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { findTerraform, terraformEnvironment } from '../../local';
import { buildLandingZone } from '../../stacks/landing-zone';
import { command } from '../support/cdktf';
import { fixtureConfig } from '../support/config';
import { withVpnStages } from '../support/vpn';

jest.setTimeout(5 * 60 * 1000);

const outdir = mkdtempSync(join(tmpdir(), 'lz-validate-'));
const fixture = fixtureConfig();
const config = withVpnStages(fixture);
const stacks = [
  'organization',
  ...fixture.stages.map(({ stage }) => `${stage}-account`),
  ...config.stages.map(({ stage }) => stage),
];
let terraform: string;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  const app = new App({ outdir });
  buildLandingZone(app, config);
  app.synth();
  terraform = (await findTerraform()).path;
  environment = {
    ...process.env,
    ...(await terraformEnvironment(outdir, process.env)),
    CHECKPOINT_DISABLE: '1',
  };
});

afterAll(() => rmSync(outdir, { recursive: true }));

describe('terraform validate, with the schema of the real provider', () => {
  it.each(stacks)('accepts %s', async (stack) => {
    const folder = join(outdir, 'stacks', stack);
    const init = await command(terraform, ['init', '-backend=false', '-input=false'], folder, environment);
    expect(init).toMatchObject({ exitCode: 0 });
    const { exitCode, output } = await command(terraform, ['validate'], folder, environment);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  });
});
