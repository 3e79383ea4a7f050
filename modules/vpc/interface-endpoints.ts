import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface InterfaceEndpointsProps {
  readonly provider: TerraformProvider;
  readonly vpcId: string;
  /** Range from which the endpoints may be called. */
  readonly vpcCidr: string;
  readonly region: string;
  /** Prefix of the names in the console. */
  readonly name: string;
  /** Service names without `com.amazonaws.<region>.`, each once. */
  readonly services: readonly string[];
  /**
   * Services that something slow waits for. Terraform does ten things at a time, and an endpoint takes two minutes:
   * the others are made after these.
   */
  readonly firstServices: readonly string[];
  /** Subnets, one per zone, that get a network interface for each service. */
  readonly subnetIds: string[];
}

/**
 * Interface endpoints with private DNS, so that the usual host names of the services lead to them, behind
 * one security group that lets in HTTPS from the VPC and nothing out.
 */
export class InterfaceEndpoints extends Construct {
  private readonly rule: VpcSecurityGroupIngressRule;
  private readonly securityGroupId: string;
  private readonly endpointByService: ReadonlyMap<string, VpcEndpoint>;

  constructor(scope: Construct, id: string, props: InterfaceEndpointsProps) {
    super(scope, id);
    const { provider, vpcId, name } = props;

    const securityGroup = new SecurityGroup(this, 'security-group', {
      provider,
      vpcId,
      name: `${name}-interface-endpoint`,
      description: 'Interface endpoint: HTTPS from the VPC',
      tags: { Name: `${name}-interface-endpoint` },
    });
    this.securityGroupId = securityGroup.id;
    this.rule = new VpcSecurityGroupIngressRule(this, 'https-from-vpc', {
      provider,
      securityGroupId: securityGroup.id,
      description: 'HTTPS from the VPC',
      cidrIpv4: props.vpcCidr,
      ipProtocol: 'tcp',
      fromPort: 443,
      toPort: 443,
    });

    const isFirst = (service: string) => props.firstServices.includes(service);
    const first = props.services.filter(isFirst).map((service) => this.endpoint(service, props, []));
    const others = props.services
      .filter((service) => !isFirst(service))
      .map((service) => this.endpoint(service, props, first));
    this.endpointByService = new Map([...first, ...others].map((each) => [each.node.id, each]));
  }

  private endpoint(service: string, props: InterfaceEndpointsProps, dependsOn: VpcEndpoint[]): VpcEndpoint {
    return new VpcEndpoint(this, service, {
      provider: props.provider,
      vpcId: props.vpcId,
      vpcEndpointType: 'Interface',
      serviceName: `com.amazonaws.${props.region}.${service}`,
      privateDnsEnabled: true,
      subnetIds: props.subnetIds,
      securityGroupIds: [this.securityGroupId],
      tags: { Name: `${props.name}-${service}` },
      ...(dependsOn.length === 0 ? {} : { dependsOn }),
    });
  }

  /** For what cannot start before some services can be reached: their endpoints, as far as there are any. */
  reach(services: readonly string[]): ITerraformDependable[] {
    return [this.rule, ...services.flatMap((service) => this.endpointByService.get(service) ?? [])];
  }
}
