import { addresses, resourcesOf } from '../../support/terraform-json';
import { vpnJson } from './client-vpn-fixture';

type Groups = Record<string, string[]>;

function rules(groups: Groups): string[] {
  return resourcesOf(saml(groups), 'aws_ec2_client_vpn_authorization_rule')
    .map((rule) => `${String(rule['access_group_id'])} ${String(rule['target_network_cidr'])}`)
    .sort();
}

function saml(groups: Groups) {
  return vpnJson({
    authentication: {
      type: 'saml',
      samlProviderArn: 'arn:saml',
      groups: Object.entries(groups).map(([name, targets]) => ({ name, groupId: `id of ${name}`, targets })),
    },
  });
}

describe('AuthorizationRules', () => {
  it('let a group into the subnets of its targets, and to DNS', () => {
    expect(rules({ devs: ['emr'], ops: ['airflow'] })).toEqual([
      'id of devs 10.20.0.0/19',
      'id of devs 10.20.0.2/32',
      'id of ops 10.20.0.0/19',
      'id of ops 10.20.0.2/32',
      'id of ops 10.20.64.0/19',
    ]);
  });

  it('name a subnet once when two targets stand in it: AWS refuses a second rule', () => {
    expect(rules({ devs: ['emr', 'airflow'] })).toEqual([
      'id of devs 10.20.0.0/19',
      'id of devs 10.20.0.2/32',
      'id of devs 10.20.64.0/19',
    ]);
  });

  it('let everybody in only where certificates are all there is, and then no further', () => {
    const json = vpnJson({ authentication: { type: 'mutualTls', rootCertificateChainArn: 'arn:root' } });
    const found = resourcesOf(json, 'aws_ec2_client_vpn_authorization_rule');
    expect(found.map((rule) => [rule['authorize_all_groups'], rule['target_network_cidr']])).toEqual([
      [true, '10.20.0.0/19'],
      [true, '10.20.64.0/19'],
      [true, '10.20.0.2/32'],
    ]);
    for (const rule of resourcesOf(saml({ devs: ['emr'] }), 'aws_ec2_client_vpn_authorization_rule'))
      expect(rule).not.toHaveProperty('authorize_all_groups');
  });

  it('tell groups apart whose names differ in what Terraform has no characters for', () => {
    const found = addresses(saml({ 'Data Engineers': ['emr'], 'Data/Engineers': ['emr'], Données: ['emr'] }));
    expect(
      found.filter((address) => address.startsWith('aws_ec2_client_vpn_authorization_rule')),
    ).toHaveLength(6);
  });

  it('keep their addresses when a group is added before them', () => {
    const before = addresses(saml({ devs: ['emr'] }));
    expect(addresses(saml({ admins: ['emr'], devs: ['emr'] }))).toEqual(expect.arrayContaining(before));
  });
});
