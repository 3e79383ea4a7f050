import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { findTerraform, terraformEnvironment } from '../../local';
import { DeployedEnvironments } from '../../modules/mwaa/deployed-environments';
import { command, unwrapped } from '../support/cdktf';
import { synthModule } from '../support/synth';
import type { TerraformJson } from '../support/terraform-json';

jest.setTimeout(5 * 60 * 1000);

const PATH = '/landing-zone/test/airflow-environments';

/** What Parameter Store holds: version and protection by the name of the environment. */
type Recorded = Readonly<Record<string, { readonly version: string; readonly protected: boolean }>>;

const folder = mkdtempSync(join(tmpdir(), 'lz-deployed-environments-'));
const refusals = new Map<string, string>();

/** The guard of a stage that wants one environment, `main`, and nothing else. */
function guard(version: string): TerraformJson {
  return synthModule((stack, provider) => {
    const after = new SsmParameter(stack, 'environment', {
      provider,
      name: 'any',
      type: 'String',
      insecureValue: 'x',
    });
    new DeployedEnvironments(stack, 'airflow-environments', {
      provider,
      path: PATH,
      environments: { main: { version, isProtected: true, after } },
      removalRemedy: 'put it back',
      upgradeRemedy: 'follow the runbook',
    });
  });
}

/** A plan against an account whose Parameter Store holds these records. */
function planWith(json: TerraformJson, recorded: Recorded): string {
  const names = Object.keys(recorded);
  const values = {
    names: names.map((name) => `${PATH}/${name}`),
    values: names.map((name) => JSON.stringify(recorded[name])),
  };
  const address = Object.keys(json.data?.['aws_ssm_parameters_by_path'] ?? {})[0];
  return JSON.stringify({
    mock_provider: { aws: [{ alias: 'stage' }] },
    override_data: [{ target: `data.aws_ssm_parameters_by_path.${String(address)}`, values }],
    run: { plan: { command: 'plan' } },
  });
}

const MAIN = (version: string): Recorded => ({ main: { version, protected: true } });
const OLD = (isProtected: boolean): Recorded => ({ old: { version: '2.9.2', protected: isProtected } });

/** Wanted version, and what is recorded, by a name for the file. */
const PLANS: Readonly<Record<string, readonly [string, Recorded]>> = {
  first: ['2.11.2', {}],
  same: ['2.11.2', MAIN('2.11.2')],
  patch: ['2.11.2', MAIN('2.11.0')],
  minor: ['2.11.2', MAIN('2.9.2')],
  'minor-down': ['2.11.2', MAIN('2.12.0')],
  'patch-down': ['2.11.0', MAIN('2.11.2')],
  'major-down': ['2.11.2', MAIN('3.0.6')],
  'major-from-1': ['2.11.2', MAIN('1.10.12')],
  'major-from-2': ['3.0.6', MAIN('2.11.2')],
  'major-done-by-hand': ['3.0.6', MAIN('3.0.6')],
  'removed-protected': ['2.11.2', { ...MAIN('2.11.2'), ...OLD(true) }],
  'removed-disposable': ['2.11.2', { ...MAIN('2.11.2'), ...OLD(false) }],
  'removed-before-first': ['2.11.2', OLD(true)],
  'two-removed': [
    '2.11.2',
    { ...MAIN('2.11.2'), ...OLD(true), other: { version: '3.0.6', protected: true } },
  ],
};

beforeAll(async () => {
  const terraform = (await findTerraform()).path;
  const environment = {
    ...process.env,
    ...(await terraformEnvironment(folder, process.env)),
    CHECKPOINT_DISABLE: '1',
  };
  for (const version of new Set(Object.values(PLANS).map(([wanted]) => wanted))) {
    const here = join(folder, version);
    const json = guard(version);
    mkdirSync(here);
    writeFileSync(join(here, 'cdk.tf.json'), JSON.stringify(json));
    for (const [name, [wanted, recorded]] of Object.entries(PLANS)) {
      if (wanted === version) writeFileSync(join(here, `${name}.tftest.json`), planWith(json, recorded));
    }
    const init = await command(terraform, ['init', '-backend=false', '-input=false'], here, environment);
    if (init.exitCode !== 0) throw new Error(init.output);
    const { output } = await command(terraform, ['test', '-json'], here, environment);
    for (const [name, message] of findings(output)) refusals.set(name, message);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What each plan was refused with; empty for one that passed. */
function findings(output: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of output.split('\n').filter((text) => text.startsWith('{'))) {
    const event = JSON.parse(line) as {
      '@testfile'?: string;
      type: string;
      test_run?: { status?: string };
      diagnostic?: { severity: string; detail: string };
    };
    const name = event['@testfile']?.replace('.tftest.json', '') ?? '';
    if (event.type === 'test_run' && event.test_run?.status === 'pass') found.set(name, '');
    if (event.type === 'diagnostic' && event.diagnostic?.severity === 'error') {
      found.set(name, `${found.get(name) ?? ''}${unwrapped(event.diagnostic.detail)}`);
    }
  }
  return found;
}

// The conditions are HCL, which only Terraform can evaluate.
describe('a plan of a stage with Airflow environments', () => {
  it.each([
    ['there are none yet', 'first'],
    ['nothing changes', 'same'],
    ['a patch is taken', 'patch'],
    ['a minor version is taken', 'minor'],
    ['a new major version was taken outside of Terraform and recorded', 'major-done-by-hand'],
    ['a disposable one is taken out', 'removed-disposable'],
  ])('passes when %s', (_, name) => {
    expect(refusals.get(name)).toBe('');
  });

  it.each([
    ['minor-down', '2.12.0', '2.11.2'],
    ['patch-down', '2.11.2', '2.11.0'],
    // The provider would do this one in place.
    ['major-down', '3.0.6', '2.11.2'],
  ])('fails when an older version is wanted (%s)', (name, deployed, wanted) => {
    expect(refusals.get(name)).toBe(
      `Airflow environment main: ${deployed} is deployed and ${wanted}, which is older, is wanted. Going back stops every task and changes the metadata database back; write the deployed version, or, if this is meant, follow the runbook`,
    );
  });

  it.each([
    ['major-from-1', '1.10.12', '2.11.2'],
    ['major-from-2', '2.11.2', '3.0.6'],
  ])('fails when Terraform would replace it for a new major version (%s)', (name, deployed, wanted) => {
    expect(refusals.get(name)).toBe(
      `Airflow environment main: ${deployed} is deployed and ${wanted} is wanted. Terraform would delete the environment with its history and make another; follow the runbook`,
    );
  });

  it.each(['removed-protected', 'removed-before-first'])(
    'fails when a protected one is taken out (%s)',
    (name) => {
      expect(refusals.get(name)).toBe(
        'the Airflow environment old is deployed and protected, and is gone from the configuration; put it back',
      );
    },
  );

  it('fails naming each one that is taken out', () => {
    expect(refusals.get('two-removed')).toContain('the Airflow environment old, other is deployed');
  });
});
