import { Testing } from 'cdktf';
import { OrganizationStack } from '../../../stacks/organization-stack';
import { environmentConfig, fixtureAttachments, organizationConfig } from '../../support/config';
import { synthStack } from '../../support/synth';
import { onlyResource, resourcesOf } from '../../support/terraform-json';

const synthWith = (overrides: Record<string, unknown>, deployRole = 'deployer') =>
  synthStack(
    new OrganizationStack(Testing.app(), {
      organization: organizationConfig(overrides),
      stages: [
        environmentConfig('sandbox'),
        environmentConfig('test', {
          region: 'eu-central-1',
          account: {
            name: 'data-test',
            email: 'aws+data-test@example.com',
            unit: 'workloads/production',
            deployRole,
          },
        }),
      ],
      attachments: fixtureAttachments(),
    }),
  );

const contentOf = (policy: string) =>
  String(
    onlyResource(synthWith({ policies: { workloads: [policy] } }), 'aws_organizations_policy')['content'],
  );

describe('the policies of the organization stack', () => {
  it('are none unless the file names some', () => {
    expect(resourcesOf(synthWith({}), 'aws_organizations_policy')).toEqual([]);
  });

  it('allow the regions of the organization and of every stage', () => {
    expect(contentOf('deny-other-regions')).toContain('"aws:RequestedRegion":["eu-central-1","eu-west-1"]');
  });

  it('leave alone the role that AWS makes and those that stages name', () => {
    expect(contentOf('protect-deploy-roles')).toContain(
      '"aws:PrincipalArn":["arn:aws:iam::*:role/OrganizationAccountAccessRole","arn:aws:iam::*:role/deployer","arn:aws:iam::*:role/landing-zone-*"]',
    );
  });

  it('need their types to be switched on, and tell the owner which', () => {
    const json = synthWith({
      policies: { workloads: ['deny-public-s3'] },
      tagStandard: { units: ['workloads'] },
    });
    const [lookup] = Object.values(json.data?.['aws_organizations_organization'] ?? {});
    expect(lookup?.['lifecycle']).toMatchObject({
      postcondition: [
        {
          condition: '${contains(self.enabled_policy_types, "SERVICE_CONTROL_POLICY")}',
          error_message: expect.stringContaining(
            'its owner enables it with: aws organizations enable-policy-type',
          ) as unknown,
        },
        { condition: '${contains(self.enabled_policy_types, "TAG_POLICY")}' },
      ],
    });
  });

  it('need trusted access for what is made in an organization of another team', () => {
    const json = synthWith({ audit: { trail: true } });
    const [lookup] = Object.values(json.data?.['aws_organizations_organization'] ?? {});
    expect(lookup?.['lifecycle']).toMatchObject({
      postcondition: [
        { condition: '${contains(self.aws_service_access_principals, "cloudtrail.amazonaws.com")}' },
      ],
    });
  });

  it('spell the tags of the platform, of all resources and of the standard', () => {
    const json = synthWith({
      tags: { Project: 'data-platform' },
      tagStandard: { keys: { CostCenter: ['4711'] }, units: ['workloads'] },
    });
    const content = String(onlyResource(json, 'aws_organizations_policy')['content']);
    const { tags } = JSON.parse(content) as { tags: Record<string, unknown> };
    expect(Object.keys(tags)).toEqual(
      expect.arrayContaining(['stage', 'managedby', 'project', 'costcenter']),
    );
  });

  it('fails when what is put together here is too long', () => {
    const values = Array.from({ length: 60 }, (_, index) => `${'x'.repeat(200)}${index}`);
    expect(() => synthWith({ tagStandard: { keys: { CostCenter: values }, units: ['workloads'] } })).toThrow(
      /policy tag-standard has \d+ characters, of which AWS allows 10000/,
    );
  });
});
