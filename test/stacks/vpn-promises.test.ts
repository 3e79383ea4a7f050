import { parsedLandingZone } from '../support/landing-zone';
import { type Attributes, onlyResource, resourcesOf, type TerraformJson } from '../support/terraform-json';
import { CERTIFICATE_VPN, vpnConfig } from '../support/vpn';

/** The ranges that people may be let into: a subnet each, and the VPC's DNS. */
function narrowRanges(json: TerraformJson): unknown[] {
  const [dns] = onlyResource(json, 'aws_ec2_client_vpn_endpoint')['dns_servers'] as [string];
  return [...resourcesOf(json, 'aws_subnet').map((subnet) => subnet['cidr_block']), `${dns}/32`];
}

describe('a developer on the VPN', () => {
  const json = parsedLandingZone(vpnConfig())['sandbox'] ?? {};
  const endpoint = onlyResource(json, 'aws_ec2_client_vpn_endpoint');
  const [ownGroup] = endpoint['security_group_ids'] as [string];
  const ingress = resourcesOf(json, 'aws_vpc_security_group_ingress_rule');
  const egress = resourcesOf(json, 'aws_vpc_security_group_egress_rule');
  const allGroups = Object.keys(json.resource?.['aws_security_group'] ?? {}).map(
    (name) => `\${aws_security_group.${name}.id}`,
  );

  /** Whether a rule lets TCP to a port pass between a group and something in the VPC, whose range starts with 10. */
  const passes = (rule: Attributes, port: number, other: string) =>
    (rule['ip_protocol'] === '-1' || (rule['ip_protocol'] === 'tcp' && within(rule, port))) &&
    (rule['referenced_security_group_id'] === other || rule['cidr_ipv4'] !== undefined);
  const within = (rule: Attributes, port: number) =>
    Number(rule['from_port']) <= port && port <= Number(rule['to_port']);
  const of = (rules: Attributes[], group: string) =>
    rules.filter((rule) => rule['security_group_id'] === group);

  it('reaches the web interfaces of EMR and nothing else', () => {
    const reached = allGroups.flatMap((group) =>
      Array.from({ length: 65_536 }, (_, port) => port)
        .filter((port) => of(egress, ownGroup).some((rule) => passes(rule, port, group)))
        .filter((port) => of(ingress, group).some((rule) => passes(rule, port, ownGroup)))
        .map((port) => `${/security-groups_(\w+)_/.exec(group)?.[1] ?? group} ${port}`),
    );
    expect(reached.sort()).toEqual(
      [
        ...[8088, 8090, 9870, 9871, 10002, 18080, 18480, 19888, 19890, 20888].map(
          (port) => `primary ${port}`,
        ),
        ...[8042, 8044, 9864, 9865].map((port) => `core ${port}`),
      ].sort(),
    );
  });

  it('sends nothing anywhere else: the group of the VPN knows no ranges', () => {
    for (const rule of of(egress, ownGroup)) expect(rule).not.toHaveProperty('cidr_ipv4');
    expect(of(ingress, ownGroup)).toEqual([]);
  });

  it('is let in by group, into ranges no wider than a subnet', () => {
    const rules = resourcesOf(json, 'aws_ec2_client_vpn_authorization_rule');
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) {
      expect(rule['access_group_id']).toMatch(/^\$\{local\./);
      expect(rule).not.toHaveProperty('authorize_all_groups');
      expect(narrowRanges(json)).toContain(rule['target_network_cidr']);
    }
  });
});

describe('whoever has a certificate', () => {
  it('is let into ranges no wider than a subnet', () => {
    const json = parsedLandingZone(vpnConfig(CERTIFICATE_VPN))['sandbox'] ?? {};
    const rules = resourcesOf(json, 'aws_ec2_client_vpn_authorization_rule');
    expect(rules.length).toBeGreaterThan(1);
    for (const rule of rules) expect(narrowRanges(json)).toContain(rule['target_network_cidr']);
  });
});
