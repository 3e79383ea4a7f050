import { Testing } from 'cdktf';
import { OrganizationStack } from '../../stacks/organization-stack';
import { StageStack } from '../../stacks/stage-stack';
import { StateStack } from '../../stacks/state-stack';
import { CI_STATE_BUCKET, ciConfig } from '../support/ci';
import { fixtureAttachments, fixtureConfig, organizationConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';
import { synthStack } from '../support/synth';
import {
  addresses,
  onlyResource,
  resourcesOf,
  statements,
  type TerraformJson,
} from '../support/terraform-json';

const CI = { github: { repository: 'acme/platform' } };
const synthOrganization = (ci: Record<string, unknown>) =>
  synthStack(
    new OrganizationStack(Testing.app(), {
      organization: organizationConfig({ ci }),
      stages: [],
      attachments: fixtureAttachments(),
    }),
  );

function synthStage(config = ciConfig()): TerraformJson & { variable?: Record<string, unknown> } {
  const { organization, stages, attachments } = config;
  const [environment] = stages;
  if (!environment) throw new Error('there is no stage');
  return synthStack(new StageStack(Testing.app(), { organization, environment, attachments }));
}

describe('pipelines in the management account', () => {
  it('have nothing where the configuration names none', () => {
    const organization = parsedLandingZone(fixtureConfig())['organization'] ?? {};
    expect(addresses(organization).filter((address) => /oidc|iam/.test(address))).toEqual([]);
  });

  it('are believed by their issuer', () => {
    expect(onlyResource(synthOrganization(CI), 'aws_iam_openid_connect_provider')).toMatchObject({
      url: 'https://token.actions.githubusercontent.com',
      client_id_list: ['sts.amazonaws.com'],
    });
  });

  it('are found by an issuer that is known already, whose audience is checked', () => {
    const json = synthOrganization({ ...CI, existingProvider: true });
    expect(resourcesOf(json, 'aws_iam_openid_connect_provider')).toEqual([]);
    expect(Object.values(json.data?.['aws_iam_openid_connect_provider'] ?? {})).toEqual([
      expect.objectContaining({
        url: 'https://token.actions.githubusercontent.com',
        lifecycle: {
          postcondition: [
            expect.objectContaining({ condition: '${contains(self.client_id_list, "sts.amazonaws.com")}' }),
          ],
        },
      }),
    ]);
  });

  it('may come from another system, with an issuer that has a path', () => {
    const json = synthOrganization({
      oidc: {
        issuer: 'https://ci.example.org/tenant',
        audience: 'aws',
        planSubjects: ['review'],
        applySubjects: ['main', 'hotfix'],
      },
    });
    const trusts = resourcesOf(json, 'aws_iam_role').map(({ assume_role_policy }) =>
      statements(assume_role_policy),
    );
    expect(trusts.flat().map(({ Principal, Condition }) => [Principal, Condition])).toEqual(
      [['main', 'hotfix'], ['review']].map((sub) => [
        { Federated: 'arn:aws:iam::123456789012:oidc-provider/ci.example.org/tenant' },
        { StringEquals: { 'ci.example.org/tenant:aud': 'aws', 'ci.example.org/tenant:sub': sub } },
      ]),
    );
  });

  it('have a cap over both roles', () => {
    for (const role of resourcesOf(synthOrganization(CI), 'aws_iam_role'))
      expect(role['permissions_boundary']).toMatch(/^\$\{aws_iam_policy\.ci-roles_boundary_/);
  });
});

describe('pipelines in a stage', () => {
  it('say by a variable which role the provider becomes, and it is the first deployment’s unless they do', () => {
    const json = synthStage();
    expect(json.variable?.['stage_role_name']).toMatchObject({
      default: 'OrganizationAccountAccessRole',
      validation: [
        {
          condition:
            '${contains(["OrganizationAccountAccessRole","landing-zone-plan","landing-zone-deploy"], var.stage_role_name)}',
        },
      ],
    });
    const stage = json.provider?.['aws']?.find(({ alias }) => alias === 'stage');
    expect(stage?.['assume_role']).toEqual([
      expect.objectContaining({
        role_arn: expect.stringMatching(/:role\/\$\{var\.stage_role_name\}$/) as unknown,
      }),
    ]);
  });

  it('change nothing where the configuration names none', () => {
    const json = synthStage({ ...ciConfig(), organization: organizationConfig() });
    expect(json.variable).toBeUndefined();
    for (const role of resourcesOf(json, 'aws_iam_role'))
      expect(role).not.toHaveProperty('permissions_boundary');
  });

  it('put every role below a cap', () => {
    for (const role of resourcesOf(synthStage(), 'aws_iam_role'))
      expect(role['permissions_boundary']).toMatch(/^\$\{aws_iam_policy\.ci_(?:deploy|workload)-boundary_/);
  });
});

describe('the stack of the state bucket', () => {
  const { organization } = ciConfig();
  const json = synthStack(new StateStack(Testing.app(), { organization }));

  it('is there only where the bucket is managed', () => {
    expect(Object.keys(parsedLandingZone(ciConfig()))).toContain('state');
    const state = { backend: 's3', bucket: CI_STATE_BUCKET };
    expect(
      Object.keys(parsedLandingZone({ ...ciConfig(), organization: organizationConfig({ state }) })),
    ).not.toContain('state');
  });

  it('makes a bucket that keeps versions and is never destroyed', () => {
    expect(onlyResource(json, 'aws_s3_bucket')).toMatchObject({
      bucket: CI_STATE_BUCKET,
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(onlyResource(json, 'aws_s3_bucket_versioning')).toMatchObject({
      versioning_configuration: { status: 'Enabled' },
    });
    expect(onlyResource(json, 'aws_kms_key')).toMatchObject({ lifecycle: { prevent_destroy: true } });
  });

  it('refuses writes of plans, whatever their policies say', () => {
    const [first] = statements(onlyResource(json, 'aws_s3_bucket_policy')['policy']).filter(
      ({ Sid }) => Sid === 'PlansWriteNothing',
    );
    expect(first).toMatchObject({
      Effect: 'Deny',
      Condition: {
        ArnEquals: { 'aws:PrincipalArn': ['arn:aws:iam::123456789012:role/landing-zone-ci-plan'] },
      },
    });
  });

  it('has its own state in it, under its own key, and leaves encryption to the bucket', () => {
    expect(json.terraform?.backend?.['s3']).toEqual({
      bucket: CI_STATE_BUCKET,
      key: 'state',
      region: 'eu-west-1',
      allowed_account_ids: ['123456789012'],
      use_lockfile: true,
    });
  });
});
