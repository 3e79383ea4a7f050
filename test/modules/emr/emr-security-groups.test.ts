import { EmrSecurityGroups, type EmrSecurityGroupsProps } from '../../../modules/emr/emr-security-groups';
import { synthModule } from '../../support/synth';
import {
  type Attributes,
  onlyResource,
  resourcesOf,
  tag,
  type TerraformJson,
} from '../../support/terraform-json';

function groups(overrides: Partial<EmrSecurityGroupsProps> = {}): TerraformJson {
  return synthModule((stack, provider) => {
    new EmrSecurityGroups(stack, 'groups', {
      provider,
      vpcId: 'vpc-1',
      vpcCidr: '10.20.0.0/16',
      name: 'sandbox',
      hasNat: true,
      s3PrefixListId: 'pl-1',
      ...overrides,
    });
  });
}

/** `from port-port target` of each rule out, sorted. */
function waysOut(json: TerraformJson): string[] {
  return resourcesOf(json, 'aws_vpc_security_group_egress_rule').map(wayOut).sort();
}

function wayOut(rule: Attributes): string {
  const group = (reference: unknown) => /groups_([a-z-]+)_[0-9A-F]{8}/.exec(String(reference))?.[1];
  const target = rule['referenced_security_group_id'];
  const to = target ? group(target) : (rule['cidr_ipv4'] ?? rule['prefix_list_id']);
  return `${group(rule['security_group_id'])} ${(rule['from_port'] as number | undefined) ?? 'all'} ${String(to)}`;
}

describe('EmrSecurityGroups', () => {
  it('makes the three groups of a private subnet, for EMR to manage', () => {
    const all = resourcesOf(groups(), 'aws_security_group');
    expect(all.map((group) => group['name'])).toEqual([
      'sandbox-emr-core',
      'sandbox-emr-primary',
      'sandbox-emr-service-access',
    ]);
    for (const group of all) {
      expect(tag(group, 'for-use-with-amazon-emr-managed-policies')).toBe('true');
      expect(group['description']).toMatch(/^EMR /);
    }
  });

  it('can be destroyed although EMR lets the groups refer to each other', () => {
    for (const group of resourcesOf(groups(), 'aws_security_group')) {
      expect(group['revoke_rules_on_delete']).toBe(true);
    }
  });

  it('leaves the rules EMR adds alone: none is written into a group', () => {
    for (const group of resourcesOf(groups(), 'aws_security_group')) {
      expect(group).not.toHaveProperty('ingress');
      expect(group).not.toHaveProperty('egress');
    }
  });

  it('lets in nothing but calls of the primary node to the service', () => {
    expect(onlyResource(groups(), 'aws_vpc_security_group_ingress_rule')).toMatchObject({
      from_port: 9443,
      to_port: 9443,
      security_group_id: expect.stringContaining('service-access') as string,
      referenced_security_group_id: expect.stringContaining('primary') as string,
    });
  });

  it('lets nodes out to each other, to the service, to S3 and to AWS through NAT', () => {
    expect(waysOut(groups())).toEqual([
      'core 443 0.0.0.0/0',
      'core 443 pl-1',
      'core 80 pl-1',
      'core all core',
      'core all primary',
      'primary 443 0.0.0.0/0',
      'primary 443 pl-1',
      'primary 80 pl-1',
      'primary 9443 service-access',
      'primary all core',
      'primary all primary',
      'service-access 8443 core',
      'service-access 8443 primary',
    ]);
  });

  it('lets nothing leave the VPC but for S3 when there is no NAT', () => {
    const out = waysOut(groups({ hasNat: false }));
    expect(out).toContain('core 443 10.20.0.0/16');
    expect(out.filter((way) => way.endsWith('0.0.0.0/0'))).toEqual([]);
  });

  it('describes every rule', () => {
    const json = groups();
    for (const type of ['aws_vpc_security_group_egress_rule', 'aws_vpc_security_group_ingress_rule']) {
      for (const rule of resourcesOf(json, type)) expect(rule['description']).toMatch(/\w/);
    }
  });
});
