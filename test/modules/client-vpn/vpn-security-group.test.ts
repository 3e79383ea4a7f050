import { onlyResource, resourcesOf } from '../../support/terraform-json';
import { vpnJson } from './client-vpn-fixture';

const OWN = /^\$\{aws_security_group\.vpn_security-group_/;

describe('VpnSecurityGroup', () => {
  it('opens the ports of the targets that a group may reach, at both ends, and no other', () => {
    const json = vpnJson();
    const ends = (type: string, far: string, near: string) =>
      resourcesOf(json, type).map((rule) => {
        expect(rule[near]).toMatch(OWN);
        return `${String(rule[far])} ${String(rule['from_port'])}-${String(rule['to_port'])}`;
      });
    const ways = ['sg-core 8042-8042', 'sg-primary 8088-8088'];
    expect(
      ends('aws_vpc_security_group_egress_rule', 'referenced_security_group_id', 'security_group_id').sort(),
    ).toEqual(ways);
    expect(
      ends('aws_vpc_security_group_ingress_rule', 'security_group_id', 'referenced_security_group_id').sort(),
    ).toEqual(ways);
  });

  it('opens everything for certificates, which know no groups', () => {
    const json = vpnJson({ authentication: { type: 'mutualTls', rootCertificateChainArn: 'arn:root' } });
    expect(resourcesOf(json, 'aws_vpc_security_group_ingress_rule')).toHaveLength(3);
  });

  it('never names the range of the clients, whose addresses are translated', () => {
    for (const type of ['aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule'])
      for (const rule of resourcesOf(vpnJson(), type)) expect(rule).not.toHaveProperty('cidr_ipv4');
  });

  it('holds no rule within the group, and describes itself', () => {
    const group = onlyResource(vpnJson(), 'aws_security_group');
    expect(group).not.toHaveProperty('ingress');
    expect(group['description']).toMatch(/\w/);
  });
});
