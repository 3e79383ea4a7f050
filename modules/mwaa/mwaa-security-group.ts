import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface MwaaSecurityGroupProps {
  readonly provider: TerraformProvider;
  readonly environmentName: string;
  readonly vpcId: string;
  readonly vpcCidr: string;
  /** Whether the subnets have a way out through NAT; else AWS is reached through the VPC's endpoints. */
  readonly hasNat: boolean;
  /** Prefix list of the S3 gateway endpoint. */
  readonly s3PrefixListId: string;
}

/**
 * The security group of an environment: its parts talk with each other freely, and with AWS over HTTPS.
 *
 * Source: "Security in your VPC on Amazon MWAA", self-referencing rule
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/vpc-security.html).
 */
export class MwaaSecurityGroup extends Construct {
  readonly securityGroupId: string;
  /** What has to be there before the environment is made. */
  readonly rules: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: MwaaSecurityGroupProps) {
    super(scope, id);
    const { provider } = props;
    const name = `${props.environmentName}-mwaa`;
    const group = new SecurityGroup(this, 'security-group', {
      provider,
      vpcId: props.vpcId,
      name,
      description: 'MWAA environment: everything within itself, HTTPS to AWS',
      revokeRulesOnDelete: true,
      tags: { Name: name },
    });
    this.securityGroupId = group.id;
    const self = {
      provider,
      securityGroupId: group.id,
      referencedSecurityGroupId: group.id,
      ipProtocol: '-1',
    };
    const https = { provider, securityGroupId: group.id, ipProtocol: 'tcp', fromPort: 443, toPort: 443 };
    this.rules = [
      // Workers, schedulers, web servers and, on 5432, the endpoint of the metadata database have this group.
      new VpcSecurityGroupIngressRule(this, 'from-itself', { ...self, description: 'From itself' }),
      new VpcSecurityGroupEgressRule(this, 'to-itself', { ...self, description: 'To itself' }),
      ...(props.hasNat
        ? [
            // AWS publishes no list of its addresses to name, and packages come from the internet.
            new VpcSecurityGroupEgressRule(this, 'https-out', {
              ...https,
              description: 'HTTPS to AWS and package indexes through NAT',
              cidrIpv4: '0.0.0.0/0',
            }),
          ]
        : [
            new VpcSecurityGroupEgressRule(this, 'https-to-vpc', {
              ...https,
              description: 'HTTPS to AWS inside the VPC',
              cidrIpv4: props.vpcCidr,
            }),
            new VpcSecurityGroupEgressRule(this, 'https-to-s3', {
              ...https,
              description: 'HTTPS to S3 through the gateway endpoint',
              prefixListId: props.s3PrefixListId,
            }),
          ]),
    ];
  }
}
