import { InterfaceEndpoints } from '../../../modules/vpc/interface-endpoints';
import { synthModule } from '../../support/synth';
import { onlyResource, resourcesOf } from '../../support/terraform-json';

const json = synthModule((stack, provider) => {
  new InterfaceEndpoints(stack, 'endpoints', {
    provider,
    vpcId: 'vpc-1',
    vpcCidr: '10.20.0.0/16',
    region: 'eu-west-1',
    name: 'sandbox',
    firstServices: ['sqs'],
    services: ['airflow.api', 'sqs'],
    subnetIds: ['subnet-1', 'subnet-2'],
  });
});

describe('InterfaceEndpoints', () => {
  it('answers to the usual host names of the services in every given subnet', () => {
    for (const endpoint of resourcesOf(json, 'aws_vpc_endpoint')) {
      expect(endpoint).toMatchObject({
        vpc_endpoint_type: 'Interface',
        private_dns_enabled: true,
        subnet_ids: ['subnet-1', 'subnet-2'],
      });
    }
  });

  it('makes one endpoint per service', () => {
    expect(resourcesOf(json, 'aws_vpc_endpoint').map((endpoint) => endpoint['service_name'])).toEqual([
      'com.amazonaws.eu-west-1.airflow.api',
      'com.amazonaws.eu-west-1.sqs',
    ]);
  });

  it('makes those that something slow waits for before the others', () => {
    const [others, first] = resourcesOf(json, 'aws_vpc_endpoint');
    expect(first).not.toHaveProperty('depends_on');
    expect(others?.['depends_on']).toEqual([expect.stringMatching(/^aws_vpc_endpoint\..*sqs/)]);
  });

  it('lets in HTTPS from the VPC and nothing else', () => {
    expect(onlyResource(json, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
      cidr_ipv4: '10.20.0.0/16',
      ip_protocol: 'tcp',
      from_port: 443,
      to_port: 443,
    });
    expect(resourcesOf(json, 'aws_vpc_security_group_egress_rule')).toEqual([]);
    expect(onlyResource(json, 'aws_security_group')).not.toHaveProperty('egress');
  });
});
