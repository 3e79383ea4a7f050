import { Testing } from 'cdktf';
import { OrganizationStack } from '../../stacks/organization-stack';
import { environmentConfig, fixtureAttachments, organizationConfig } from '../support/config';
import { synthStack } from '../support/synth';
import { onlyResource, resourcesOf, type TerraformJson } from '../support/terraform-json';

const synthOrganization = (overrides: Record<string, unknown> = {}) =>
  synthStack(
    new OrganizationStack(Testing.app(), {
      organization: organizationConfig(overrides),
      stages: [environmentConfig('sandbox'), environmentConfig('test', { region: 'eu-central-1' })],
      attachments: fixtureAttachments(),
    }),
  );

describe('OrganizationStack', () => {
  it('reads an organization that another team owns and changes nothing about it', () => {
    const json = synthOrganization();
    expect(resourcesOf(json, 'aws_organizations_organization')).toEqual([]);
    expect(Object.keys(json.data ?? {})).toEqual([
      'aws_organizations_organization',
      'aws_ssm_parameters_by_path',
    ]);
  });

  it('manages the organization when the file says that it is ours', () => {
    const json = synthOrganization({ organization: { managed: true, serviceAccess: ['sso.amazonaws.com'] } });
    expect(onlyResource(json, 'aws_organizations_organization')).toMatchObject({
      feature_set: 'ALL',
      aws_service_access_principals: ['sso.amazonaws.com', 'cloudtrail.amazonaws.com'],
      lifecycle: { prevent_destroy: true },
    });
  });

  it('adopts an organization that exists already', () => {
    const json = synthOrganization({ organization: { managed: true, id: 'o-a1b2c3d4e5' } });
    expect(json.import).toEqual([expect.objectContaining({ id: 'o-a1b2c3d4e5' })]);
  });

  it('puts topmost units below the root in both cases', () => {
    for (const managed of [true, false]) {
      const units = resourcesOf(
        synthOrganization({ organization: { managed } }),
        'aws_organizations_organizational_unit',
      );
      const top = units.find((unit) => unit['name'] === 'workloads');
      expect(top?.['parent_id']).toMatch(
        /^\$\{(?:data\.)?aws_organizations_organization\.[^}]+\.roots\[0\]\.id\}$/,
      );
    }
  });

  it('refuses a plan while an account is there whose file is gone, and knows every file that there is', () => {
    const [recorded] = Object.values(synthOrganization().data?.['aws_ssm_parameters_by_path'] ?? {});
    expect(recorded).toMatchObject({ path: '/landing-zone/accounts', recursive: true });
    const [{ condition, error_message: message }] = (
      recorded?.['lifecycle'] as { postcondition: [{ condition: string; error_message: string }] }
    ).postcondition;
    expect(condition).toContain('!contains(["stage sandbox","stage test"], record.owner)');
    expect(message).toContain('put environments/<stage>.yaml back');
  });

  it('writes down its root, which account stacks would otherwise list all accounts for', () => {
    expect(onlyResource(synthOrganization(), 'aws_ssm_parameter')).toMatchObject({
      name: '/landing-zone/root/id',
    });
  });

  describe('with an audit account', () => {
    const audit = { accountId: '444455556666' };
    const administrators = (json: TerraformJson, type: string) =>
      Object.entries(json.resource?.[type] ?? {}).map(([name, { provider, depends_on: after }]) => ({
        name: name.replace(/_[0-9A-F]{8}$/, ''),
        provider,
        after: (after as string[]).map((address) => address.replace(/_[0-9A-F]{8}$/, '')),
      }));

    it.each(['guardduty', 'securityhub'])(
      'delegates %s in the region of each stage, and one region after the other',
      (service) => {
        const json = synthOrganization({ organization: { managed: true }, audit });
        const type = `aws_${service}_organization_admin_account`;
        const found = administrators(json, type);
        const home = found.find(({ provider }) => provider === 'aws.management');
        const others = found.filter((administrator) => administrator !== home);
        expect(others).toEqual([
          {
            name: expect.stringMatching(/^delegated-services-eu-central-1_/) as unknown,
            provider: 'aws.management-eu-central-1',
            after: expect.arrayContaining([`${type}.${home?.name}`]) as unknown,
          },
        ]);
        const regional = json.provider?.['aws']?.find(({ alias }) => alias === 'management-eu-central-1');
        expect(regional).toMatchObject({ region: 'eu-central-1', allowed_account_ids: ['123456789012'] });
      },
    );

    it('delegates Access Analyzer once, which has one administrator in all regions', () => {
      const json = synthOrganization({ organization: { managed: true }, audit });
      expect(onlyResource(json, 'aws_organizations_delegated_administrator')).toMatchObject({
        provider: 'aws.management',
      });
    });

    it('goes to no other region for what has none', () => {
      const json = synthOrganization({
        organization: { managed: true },
        audit: { ...audit, guardDuty: false, securityHub: false },
      });
      const used = [json.resource, json.data]
        .flatMap((byType) => Object.values(byType ?? {}))
        .flatMap((byName) => Object.values(byName).map(({ provider }) => provider));
      expect(new Set(used)).toEqual(new Set(['aws.management']));
    });

    it.each([
      ['the last stage of a region is gone', { audit }, []],
      ['nothing is delegated any more', {}, [environmentConfig('sandbox', { region: 'eu-central-1' })]],
    ])('can still take back what was delegated when %s', (_, settings, stages) => {
      const json = synthStack(
        new OrganizationStack(Testing.app(), {
          organization: organizationConfig({ organization: { managed: true }, ...settings }),
          stages,
          attachments: fixtureAttachments(),
        }),
      );
      expect(json.provider?.['aws']).toContainEqual(
        expect.objectContaining({ alias: 'management-eu-central-1', region: 'eu-central-1' }),
      );
    });
  });
});
