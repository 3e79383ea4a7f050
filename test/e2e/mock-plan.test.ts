import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { findTerraform, terraformEnvironment } from '../../local';
import { makeEmrCertificates } from '../../stacks/emr-certificate';
import { buildLandingZone } from '../../stacks/landing-zone';
import { command } from '../support/cdktf';
import { fixtureConfig } from '../support/config';
import { mockTest, unprotected } from '../support/mock-test';
import type { TerraformJson } from '../support/terraform-json';

jest.setTimeout(5 * 60 * 1000);

const project = mkdtempSync(join(tmpdir(), 'lz-mock-'));
const outdir = join(project, 'cdktf.out');
const config = fixtureConfig();
const stacks = ['organization', ...config.stages.flatMap(({ stage }) => [`${stage}-account`, stage])];
let terraform: string;
let environment: NodeJS.ProcessEnv;

const ACCOUNT = '111122223333';
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:${ACCOUNT}:${resource}`;

/** Forms that the provider checks: a made-up text would be refused. */
const RESOURCES = {
  aws_cloudwatch_log_group: { arn: arn('logs', 'log-group:mock') },
  aws_iam_policy: { arn: `arn:aws:iam::${ACCOUNT}:policy/mock` },
  aws_iam_role: { arn: `arn:aws:iam::${ACCOUNT}:role/mock` },
  aws_iam_instance_profile: { arn: `arn:aws:iam::${ACCOUNT}:instance-profile/mock` },
  aws_organizations_organizational_unit: { id: 'ou-mock-00000000' },
  aws_kms_key: { arn: arn('kms', 'key/00000000-0000-0000-0000-000000000000') },
  aws_s3_bucket: { arn: 'arn:aws:s3:::mock' },
};

/** What the lookups of the stacks must find. */
const DATA = {
  aws_organizations_organization: {
    roots: [{ id: 'r-mock', arn: 'arn', name: 'Root', policy_types: [] }],
    accounts: config.stages.map(({ account }) => ({
      id: ACCOUNT,
      arn: 'arn',
      email: account.email,
      name: account.name,
      status: '',
    })),
  },
  aws_organizations_organizational_units: {
    children: ['workloads', 'production', 'non-production'].map((name) => ({
      name,
      id: 'ou-mock-00000000',
      arn: 'arn',
    })),
  },
};

beforeAll(async () => {
  const app = new App({ outdir });
  buildLandingZone(app, config);
  app.synth();
  await makeEmrCertificates(outdir, config.stages);
  terraform = (await findTerraform()).path;
  environment = {
    ...process.env,
    ...(await terraformEnvironment(project, process.env)),
    CHECKPOINT_DISABLE: '1',
  };
});

afterAll(() => rmSync(project, { recursive: true }));

// No API and no emulator: the schema and the checks of the real provider, for every stack.
describe('terraform test with a mocked provider', () => {
  it.each(stacks)('plans and applies %s', async (stack) => {
    const folder = join(outdir, 'stacks', stack);
    const file = join(folder, 'cdk.tf.json');
    const text = unprotected(readFileSync(file, 'utf8'));
    writeFileSync(file, text);
    writeFileSync(
      join(folder, 'mock.tftest.json'),
      mockTest(JSON.parse(text) as TerraformJson, RESOURCES, DATA),
    );
    const init = await command(terraform, ['init', '-backend=false', '-input=false'], folder, environment);
    expect(init).toMatchObject({ exitCode: 0 });
    const { exitCode, output } = await command(terraform, ['test'], folder, environment);
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('2 passed, 0 failed') as unknown,
    });
  });
});
