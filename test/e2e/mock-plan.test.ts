import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdktf';
import { findTerraform, terraformEnvironment } from '../../local';
import { makeEmrCertificates } from '../../stacks/emr-certificate';
import { buildLandingZone } from '../../stacks/landing-zone';
import { command, unwrapped } from '../support/cdktf';
import { fixtureConfig } from '../support/config';
import { type MockDefaults, mockTest, unprotected } from '../support/mock-test';
import type { TerraformJson } from '../support/terraform-json';
import { withVpnStages } from '../support/vpn';

jest.setTimeout(5 * 60 * 1000);

const project = mkdtempSync(join(tmpdir(), 'lz-mock-'));
const outdir = join(project, 'cdktf.out');
const fixture = fixtureConfig();
const config = withVpnStages(fixture);
const stacks = [
  'organization',
  'identity',
  ...fixture.stages.map(({ stage }) => `${stage}-account`),
  ...config.stages.map(({ stage }) => stage),
];
let terraform: string;
let environment: NodeJS.ProcessEnv;

const ACCOUNT = '111122223333';
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:${ACCOUNT}:${resource}`;

/** Forms that the provider checks: a made-up text would be refused. */
const RESOURCES = {
  aws_acm_certificate: {
    arn: arn('acm', 'certificate/mock'),
    domain_validation_options: [
      {
        domain_name: 'mock',
        resource_record_name: '_proof.mock',
        resource_record_type: 'CNAME',
        resource_record_value: 'mock',
      },
    ],
  },
  aws_cloudwatch_log_group: { arn: arn('logs', 'log-group:mock') },
  aws_iam_policy: { arn: `arn:aws:iam::${ACCOUNT}:policy/mock` },
  aws_iam_role: { arn: `arn:aws:iam::${ACCOUNT}:role/mock` },
  aws_iam_instance_profile: { arn: `arn:aws:iam::${ACCOUNT}:instance-profile/mock` },
  aws_iam_saml_provider: { arn: `arn:aws:iam::${ACCOUNT}:saml-provider/mock` },
  aws_organizations_account: { id: ACCOUNT },
  aws_organizations_organizational_unit: { id: 'ou-mock-00000000' },
  aws_kms_key: { arn: arn('kms', 'key/00000000-0000-0000-0000-000000000000') },
  aws_s3_bucket: { arn: 'arn:aws:s3:::mock' },
  aws_ssoadmin_permission_set: {
    arn: 'arn:aws:sso:::permissionSet/ssoins-0000000000000000/ps-0000000000000000',
  },
  aws_sns_topic: { arn: arn('sns', 'mock') },
};

/** What the lookups of the stacks must find. */
const DATA = {
  aws_ssoadmin_instances: {
    arns: ['arn:aws:sso:::instance/ssoins-0000000000000000'],
    identity_store_ids: ['d-mock'],
  },
  aws_identitystore_groups: {
    groups: ['data-engineers', 'the "A" team'].map((name) => ({
      group_id: `id of ${name}`,
      display_name: name,
      description: '',
      identity_store_id: 'd-mock',
      external_ids: [],
    })),
  },
  aws_organizations_organization: {
    roots: [{ id: 'r-mock', arn: 'arn', name: 'Root', policy_types: [] }],
    aws_service_access_principals: ['account.amazonaws.com'],
    enabled_policy_types: ['SERVICE_CONTROL_POLICY', 'TAG_POLICY'],
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
  /** Runs Terraform's tests of a stack whose lookups find this. */
  async function testStack(stack: string, data: MockDefaults) {
    const folder = join(outdir, 'stacks', stack);
    const file = join(folder, 'cdk.tf.json');
    const text = unprotected(readFileSync(file, 'utf8'));
    writeFileSync(file, text);
    writeFileSync(
      join(folder, 'mock.tftest.json'),
      mockTest(JSON.parse(text) as TerraformJson, RESOURCES, data),
    );
    const init = await command(terraform, ['init', '-backend=false', '-input=false'], folder, environment);
    expect(init).toMatchObject({ exitCode: 0 });
    return command(terraform, ['test'], folder, environment);
  }

  it.each(stacks)('plans and applies %s', async (stack) => {
    const { exitCode, output } = await testStack(stack, DATA);
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('2 passed, 0 failed') as unknown,
    });
  });

  it.each([
    [
      'a group that is not there',
      { aws_identitystore_groups: { groups: DATA.aws_identitystore_groups.groups.slice(0, 1) } },
      'not in IAM Identity Center: group the "A" team (environments/connected.yaml); add them there, or correct vpn.access in these files',
    ],
    [
      'a region without IAM Identity Center',
      { aws_ssoadmin_instances: { arns: [], identity_store_ids: [] } },
      'there is no IAM Identity Center in this region; name the region where it was enabled in identityCenter.region of environments/organization.yaml',
    ],
  ])('stops a VPN for %s, and says what to do', async (_, data, message) => {
    const { exitCode, output } = await testStack('connected', { ...DATA, ...data });
    expect(exitCode).toBe(1);
    expect(unwrapped(output)).toContain(message);
  });
});
