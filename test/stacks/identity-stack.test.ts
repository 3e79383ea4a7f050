import { Testing } from 'cdktf';
import { SHIPPED_PERMISSION_SETS } from '../../config/shipped-permission-sets';
import { IdentityStack } from '../../stacks/identity-stack';
import { fixtureAttachments, organizationConfig } from '../support/config';
import { synthStack } from '../support/synth';
import { resourcesOf } from '../support/terraform-json';

const synthIdentity = (overrides: Record<string, unknown> = {}) =>
  synthStack(
    new IdentityStack(Testing.app(), {
      organization: organizationConfig(overrides),
      attachments: fixtureAttachments(),
    }),
  );

describe('IdentityStack', () => {
  it('finds Identity Center and never makes it', () => {
    const [instances] = Object.values(synthIdentity().data?.['aws_ssoadmin_instances'] ?? {}) as {
      lifecycle?: { postcondition: { error_message: string }[] };
    }[];
    expect(instances?.lifecycle?.postcondition[0]?.error_message).toContain(
      'there is no IAM Identity Center in this region; enable it, or name the region',
    );
    expect(instances?.lifecycle?.postcondition[0]?.error_message).toContain(
      'docs/runbooks/identity-center.md',
    );
  });

  it('works in the region of Identity Center', () => {
    const json = synthIdentity({ identityCenter: { region: 'us-east-1' } });
    expect(json.provider?.['aws']).toEqual([expect.objectContaining({ region: 'us-east-1' })]);
  });

  it('makes the shipped permission sets', () => {
    const names = resourcesOf(synthIdentity(), 'aws_ssoadmin_permission_set').map(({ name }) => name);
    expect(names.sort()).toEqual([...SHIPPED_PERMISSION_SETS].sort());
  });

  it('makes those of the file too, with variables of IAM left to IAM', () => {
    const json = synthIdentity({
      identity: {
        permissionSets: {
          Auditor: {
            description: 'Looks at everything',
            managedPolicies: ['SecurityAudit'],
            policyFile: 'policies/auditor.json',
          },
        },
      },
    });
    const own = Object.entries(json.resource?.['aws_ssoadmin_permission_set_inline_policy'] ?? {}).find(
      ([address]) => address.includes('Auditor'),
    );
    expect(own?.[1]['inline_policy']).toContain('arn:aws:s3:::audit-$${aws:PrincipalAccount}/*');
    expect(resourcesOf(json, 'aws_ssoadmin_managed_policy_attachment')).toContainEqual(
      expect.objectContaining({ managed_policy_arn: 'arn:aws:iam::aws:policy/SecurityAudit' }),
    );
  });

  it('makes no group that an identity provider brings', () => {
    expect(resourcesOf(synthIdentity(), 'aws_identitystore_group')).toEqual([]);
  });

  it('makes groups in its own directory', () => {
    const json = synthIdentity({ identity: { source: 'directory', groups: ['data-engineers'] } });
    expect(resourcesOf(json, 'aws_identitystore_group')).toEqual([
      expect.objectContaining({ display_name: 'data-engineers', lifecycle: { prevent_destroy: true } }),
    ]);
  });

  it('says what it manages and what it only reads', () => {
    const said = (overrides: Record<string, unknown>) =>
      synthIdentity(overrides).output?.['managed_services']?.value;
    expect(said({})).toEqual({ identity_center: 'read', groups: 'read', permission_sets: 'managed' });
    expect(said({ identity: { source: 'directory', groups: ['engineers'] } })).toMatchObject({
      groups: 'managed',
    });
  });
});
