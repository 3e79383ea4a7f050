import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { VpnOpening } from './vpn-target';

export interface VpnSecurityGroupProps {
  readonly provider: TerraformProvider;
  readonly vpcId: string;
  readonly name: string;
}

/**
 * The security group of an endpoint. The endpoint translates addresses, so whoever is connected seems to come from
 * its network interfaces: what people reach lets in this group, and never the range of the clients. Nothing comes in
 * through it: tunnels end in AWS's own network. DNS of the VPC needs no rule, security groups do not filter it
 * ("Control traffic to your AWS resources using security groups",
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html).
 */
export class VpnSecurityGroup extends Construct {
  readonly groupId: string;
  private readonly provider: TerraformProvider;

  constructor(scope: Construct, id: string, { provider, vpcId, name }: VpnSecurityGroupProps) {
    super(scope, id);
    this.provider = provider;
    this.groupId = new SecurityGroup(this, 'group', {
      provider,
      vpcId,
      name,
      description: 'People who are connected through Client VPN',
      tags: { Name: name },
    }).id;
  }

  /** Lets people who are connected reach a port, at both ends. */
  open(target: string, { id, description, port, securityGroupId }: VpnOpening): void {
    const tcp = { provider: this.provider, ipProtocol: 'tcp', fromPort: port, toPort: port };
    new VpcSecurityGroupEgressRule(this, `to-${target}-${id}`, {
      ...tcp,
      securityGroupId: this.groupId,
      referencedSecurityGroupId: securityGroupId,
      description: `To ${description}`,
    });
    new VpcSecurityGroupIngressRule(this, `${target}-${id}`, {
      ...tcp,
      securityGroupId,
      referencedSecurityGroupId: this.groupId,
      description: `From Client VPN to ${description}`,
    });
  }
}
