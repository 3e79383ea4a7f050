import { problemsOfOrganization } from '../organization-file';

const managed = (types: string) => `organization: { managed: true, policyTypes: [${types}] }`;
const POLICIES = 'policies: { workloads: [deny-public-s3] }';
const TAGS = 'tagStandard: { units: [workloads] }';

describe('the policy types of an organization of our own', () => {
  it('may be those that are in use', () => {
    expect(problemsOfOrganization([managed('SERVICE_CONTROL_POLICY, TAG_POLICY'), POLICIES, TAGS])).toEqual(
      [],
    );
    expect(problemsOfOrganization([managed('TAG_POLICY'), TAGS])).toEqual([]);
  });

  it('fails without the type of a policy that is attached', () => {
    expect(problemsOfOrganization([managed(''), POLICIES, TAGS])).toEqual([
      expect.stringContaining(
        'organization.policyTypes: expected SERVICE_CONTROL_POLICY in the list, since policies needs it; add it, or remove policies',
      ),
      expect.stringContaining(
        'organization.policyTypes: expected TAG_POLICY in the list, since tagStandard.units needs it; add it, or remove tagStandard.units',
      ),
    ]);
  });
});
