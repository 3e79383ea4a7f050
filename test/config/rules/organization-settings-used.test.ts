import { CORRECT, problemsWith } from '../environment-folder';

const withOrganization = (organization: string) => ({
  'organization.yaml': `${CORRECT['organization.yaml']}organization: ${organization}\n`,
});

describe('settings of an organization that is ours', () => {
  it('may be given when the organization is managed', () => {
    expect(problemsWith(withOrganization('{ managed: true, serviceAccess: [sso.amazonaws.com] }'))).toEqual(
      [],
    );
  });

  it('fails when the organization is only read', () => {
    expect(problemsWith(withOrganization('{ id: o-a1b2c3d4e5 }'))).toEqual([
      'environments/organization.yaml:7:21  organization.id: has no effect while organization.managed is false; write managed: true to own the organization, or remove the line',
    ]);
  });

  it('fails for the authoritative lists too', () => {
    expect(problemsWith(withOrganization('{ serviceAccess: [], policyTypes: [] }'))).toEqual([
      expect.stringContaining(
        'organization.serviceAccess: has no effect while organization.managed is false',
      ),
      expect.stringContaining('organization.policyTypes: has no effect while organization.managed is false'),
    ]);
  });
});
