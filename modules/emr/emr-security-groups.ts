import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import {
  VpcSecurityGroupEgressRule,
  type VpcSecurityGroupEgressRuleConfig,
} from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import {
  VpcSecurityGroupIngressRule,
  type VpcSecurityGroupIngressRuleConfig,
} from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { EMR_MANAGED_POLICY_TAG } from './managed-policy-tag';

export interface EmrSecurityGroupsProps {
  readonly provider: TerraformProvider;
  readonly vpcId: string;
  /** Range of the VPC, in which its interface endpoints are. */
  readonly vpcCidr: string;
  /** Prefix of the names. */
  readonly name: string;
  /**
   * Whether nodes reach AWS services through NAT. AWS publishes no list of addresses to name in a rule, so
   * HTTPS is then open to the outside.
   */
  readonly hasNat: boolean;
  /**
   * Prefix list of the S3 gateway endpoint.
   *
   * @default - S3 is reached through NAT; without NAT, not at all
   */
  readonly s3PrefixListId?: string;
}

/** Port of the service on the nodes, and of the nodes' calls to the service. */
const SERVICE_TO_NODE_PORT = 8443;
const NODE_TO_SERVICE_PORT = 9443;

/**
 * The three security groups of clusters in private subnets. EMR adds rules of its own when a cluster starts
 * (nodes among each other, the service to the nodes), so here are only those that it expects to find, as
 * resources of their own: Terraform does not see, and so does not remove, what EMR adds.
 *
 * Source: "Working with Amazon EMR-managed security groups", private subnets
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-man-sec-groups.html).
 */
export class EmrSecurityGroups extends Construct {
  readonly primaryId: string;
  /** Of core and task nodes. */
  readonly coreId: string;
  readonly serviceAccessId: string;
  private readonly made: ITerraformDependable[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EmrSecurityGroupsProps,
  ) {
    super(scope, id);
    this.primaryId = this.group('primary', 'EMR primary nodes');
    this.coreId = this.group('core', 'EMR core and task nodes');
    this.serviceAccessId = this.group('service-access', 'EMR service, to reach nodes in private subnets');

    this.connectNodes();
    this.connectService();
    this.openWayToAws('primary', this.primaryId);
    this.openWayToAws('core', this.coreId);
  }

  /** What has to be there before a cluster is made. */
  get rules(): readonly ITerraformDependable[] {
    return this.made;
  }

  private group(id: string, description: string): string {
    const name = `${this.props.name}-emr-${id}`;
    return new SecurityGroup(this, id, {
      provider: this.props.provider,
      vpcId: this.props.vpcId,
      name,
      description,
      // EMR's rules let the groups refer to each other, and a group that is referred to cannot be deleted
      // (hashicorp/terraform-provider-aws#1454).
      revokeRulesOnDelete: true,
      tags: { Name: name, ...EMR_MANAGED_POLICY_TAG },
    }).id;
  }

  /** Out only: the rules in are EMR's own. */
  private connectNodes(): void {
    const nodes = { primary: this.primaryId, core: this.coreId };
    for (const [from, securityGroupId] of Object.entries(nodes)) {
      for (const [to, referencedSecurityGroupId] of Object.entries(nodes)) {
        this.letOut(`${from}-to-${to}`, {
          provider: this.props.provider,
          securityGroupId,
          referencedSecurityGroupId,
          description: `To ${to} nodes: Hadoop picks ports freely`,
          ipProtocol: '-1',
        });
      }
    }
  }

  private connectService(): void {
    const { provider } = this.props;
    const tcp = (port: number) => ({ provider, ipProtocol: 'tcp', fromPort: port, toPort: port });
    for (const [to, referencedSecurityGroupId] of [
      ['primary', this.primaryId],
      ['core', this.coreId],
    ] as const) {
      this.letOut(`service-access-to-${to}`, {
        ...tcp(SERVICE_TO_NODE_PORT),
        securityGroupId: this.serviceAccessId,
        referencedSecurityGroupId,
        description: `EMR service to ${to} nodes`,
      });
    }
    this.letIn('service-access-from-primary', {
      ...tcp(NODE_TO_SERVICE_PORT),
      securityGroupId: this.serviceAccessId,
      referencedSecurityGroupId: this.primaryId,
      description: 'Primary node to EMR service',
    });
    this.letOut('primary-to-service-access', {
      ...tcp(NODE_TO_SERVICE_PORT),
      securityGroupId: this.primaryId,
      referencedSecurityGroupId: this.serviceAccessId,
      description: 'Primary node to EMR service',
    });
  }

  private letOut(id: string, rule: VpcSecurityGroupEgressRuleConfig): void {
    this.made.push(new VpcSecurityGroupEgressRule(this, id, rule));
  }

  private letIn(id: string, rule: VpcSecurityGroupIngressRuleConfig): void {
    this.made.push(new VpcSecurityGroupIngressRule(this, id, rule));
  }

  /** KMS, STS, Glue, CloudWatch and EMR itself are called with HTTPS; DNS and time are not filtered. */
  private openWayToAws(id: string, securityGroupId: string): void {
    const { provider, hasNat, vpcCidr, s3PrefixListId } = this.props;
    const https = { provider, securityGroupId, ipProtocol: 'tcp', fromPort: 443, toPort: 443 };
    this.letOut(`${id}-to-aws`, {
      ...https,
      cidrIpv4: hasNat ? '0.0.0.0/0' : vpcCidr,
      description: hasNat ? 'AWS services through NAT' : 'AWS services through an interface endpoint',
    });
    if (s3PrefixListId === undefined) return;
    this.letOut(`${id}-to-s3`, {
      ...https,
      prefixListId: s3PrefixListId,
      description: 'S3 through its gateway endpoint',
    });
    this.letOut(`${id}-to-package-repositories`, {
      ...https,
      prefixListId: s3PrefixListId,
      // "Minimum Amazon S3 policy for private subnet": nodes install packages from these buckets, those of
      // Amazon Linux 2 (EMR 6) with plain HTTP and signed packages.
      description: 'Package repositories of Amazon Linux 2 and EMR, in S3',
      fromPort: 80,
      toPort: 80,
    });
  }
}
