import { CORRECT, problemsWith } from '../environment-folder';

const withOrganization = (organization: string) => ({
  'organization.yaml': `${CORRECT['organization.yaml']}organization: ${organization}\n`,
});

describe('adopting an organization', () => {
  it('takes what it has now', () => {
    const lists = 'serviceAccess: [sso.amazonaws.com], policyTypes: [SERVICE_CONTROL_POLICY]';
    expect(problemsWith(withOrganization(`{ managed: true, id: o-a1b2c3d4e5, ${lists} }`))).toEqual([]);
  });

  it('fails without the lists that would take something away', () => {
    expect(problemsWith(withOrganization('{ managed: true, id: o-a1b2c3d4e5 }'))).toEqual([
      'environments/organization.yaml:7:36  organization.id: adopting an organization needs organization.serviceAccess; add the list as it is now: a service that is not listed loses its access to all accounts',
      'environments/organization.yaml:7:36  organization.id: adopting an organization needs organization.policyTypes; add the list as it is now: AWS detaches every policy of a type that is not listed',
    ]);
  });
});
