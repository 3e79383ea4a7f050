import { MwaaSecurityGroup } from '../../../modules/mwaa/mwaa-security-group';
import { synthModule } from '../../support/synth';
import { onlyResource, resourcesOf } from '../../support/terraform-json';

const groupWith = (hasNat: boolean) =>
  synthModule((stack, provider) => {
    new MwaaSecurityGroup(stack, 'network', {
      provider,
      environmentName: 'sandbox-main',
      vpcId: 'vpc-1',
      vpcCidr: '10.20.0.0/16',
      hasNat,
      s3PrefixListId: 'pl-1',
    });
  });

/** `port target` of each rule out, sorted. */
const waysOut = (hasNat: boolean) =>
  resourcesOf(groupWith(hasNat), 'aws_vpc_security_group_egress_rule')
    .map((rule) => {
      const port = (rule['from_port'] as number | undefined) ?? 'all';
      const target = (rule['cidr_ipv4'] ?? rule['prefix_list_id'] ?? 'itself') as string;
      return `${port} ${target}`;
    })
    .sort();

describe('MwaaSecurityGroup', () => {
  it('lets in nothing but itself', () => {
    const rule = onlyResource(groupWith(true), 'aws_vpc_security_group_ingress_rule');
    expect(rule).toMatchObject({ ip_protocol: '-1' });
    expect(rule['referenced_security_group_id']).toBe(rule['security_group_id']);
  });

  it('lets out to itself, and to AWS and package indexes over HTTPS', () => {
    expect(waysOut(true)).toEqual(['443 0.0.0.0/0', 'all itself']);
  });

  it('lets nothing leave the VPC but for S3 when there is no NAT', () => {
    expect(waysOut(false)).toEqual(['443 10.20.0.0/16', '443 pl-1', 'all itself']);
  });

  it('can be destroyed, and describes every rule', () => {
    const json = groupWith(false);
    expect(onlyResource(json, 'aws_security_group')['revoke_rules_on_delete']).toBe(true);
    for (const type of ['aws_vpc_security_group_egress_rule', 'aws_vpc_security_group_ingress_rule']) {
      for (const rule of resourcesOf(json, type)) expect(rule['description']).toMatch(/\w/);
    }
  });
});
