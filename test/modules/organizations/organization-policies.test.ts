import {
  OrganizationPolicies,
  type OrganizationPoliciesProps,
} from '../../../modules/organizations/organization-policies';
import { synthModule } from '../../support/synth';
import { addresses, onlyResource, resourcesOf } from '../../support/terraform-json';

const synthPolicies = (overrides: Partial<OrganizationPoliciesProps> = {}) =>
  synthModule((stack, provider) => {
    new OrganizationPolicies(stack, 'policies', {
      provider,
      type: 'SERVICE_CONTROL_POLICY',
      policies: [{ name: 'deny-a', description: 'No a', content: '{}' }],
      attachments: { root: ['deny-a'], 'work/prod': ['deny-a'] },
      targetIds: new Map([
        ['root', 'r-1'],
        ['work/prod', 'ou-1'],
        ['work/test', 'ou-2'],
      ]),
      ...overrides,
    });
  });

describe('OrganizationPolicies', () => {
  it('names its policies so that they cannot be taken for those of others', () => {
    expect(onlyResource(synthPolicies(), 'aws_organizations_policy')).toMatchObject({
      name: 'landing-zone-deny-a',
      description: 'No a',
      type: 'SERVICE_CONTROL_POLICY',
      content: '{}',
    });
  });

  it('attaches one policy to several units', () => {
    const targets = resourcesOf(synthPolicies(), 'aws_organizations_policy_attachment').map(
      (attachment) => attachment['target_id'],
    );
    expect(targets).toEqual(['r-1', 'ou-1']);
  });

  it('keeps the addresses of the others when a unit is added', () => {
    const more = synthPolicies({
      attachments: { root: ['deny-a'], 'work/test': ['deny-a'], 'work/prod': ['deny-a'] },
    });
    expect(addresses(more)).toEqual(expect.arrayContaining(addresses(synthPolicies())));
  });

  it('fails for a policy or a unit that is not given', () => {
    expect(() => synthPolicies({ attachments: { root: ['deny-b'] } })).toThrow(
      'there is no policy deny-b to attach to root',
    );
    expect(() => synthPolicies({ attachments: { nowhere: ['deny-a'] } })).toThrow(
      'there is no unit nowhere to attach policies to',
    );
  });
});
