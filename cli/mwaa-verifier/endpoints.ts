import { INTERFACE_ENDPOINT_PRESETS } from '../../config';
import { contains, parseCidr } from '../../config/network/cidr';
import { referencesIn } from '../deploy-model/references';
import type { Check, Finding } from './check';
import { hasNat, routeTableOf } from './routes';
import { rulesOf } from './security-group-rules';
import type { Resource, VerifiedEnvironment } from './verified-environment';

/**
 * Without NAT every service that MWAA calls has an endpoint in both subnets, under the service's own host name.
 *
 * Source: "Creating the required VPC service endpoints in an Amazon VPC with private routing"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/vpc-vpe-create-access.html).
 */
export const endpoints: Check = {
  id: 'endpoints',
  title: 'Every service is reached through NAT, or through an endpoint in both subnets',
  check: (environment) => [
    ...(isWithoutNat(environment) ? missingFor(environment) : []),
    // An endpoint with private DNS takes all calls, whether or not there is another way.
    ...INTERFACE_ENDPOINT_PRESETS.mwaa.flatMap((service) =>
      endpointsOf(environment, service)
        .filter(({ attributes }) => attributes['private_dns_enabled'] === true)
        .filter((endpoint) => !admitsTheSubnets(environment, endpoint))
        .map((endpoint) => ({
          at: endpoint.address,
          text: 'expected a security group that lets in port 443 from the environment, found none; the service could not be reached',
        })),
    ),
  ],
};

const isWithoutNat = (environment: VerifiedEnvironment): boolean =>
  environment.subnets.some((subnet) => !hasNat(environment, subnet));

function missingFor(environment: VerifiedEnvironment): Finding[] {
  const missing = INTERFACE_ENDPOINT_PRESETS.mwaa.filter(
    (service) => endpointsOf(environment, service).length === 0,
  );
  return [
    ...(missing.length === 0
      ? []
      : [
          {
            at: environment.address,
            text: `expected NAT, or an endpoint of each service that MWAA calls, found none of ${missing.join(', ')}; write mwaa into network.endpoints.interface`,
          },
        ]),
    ...INTERFACE_ENDPOINT_PRESETS.mwaa.flatMap((service) =>
      endpointsOf(environment, service).flatMap((endpoint) => wrongWith(environment, endpoint)),
    ),
    ...s3Findings(environment),
  ];
}

function wrongWith(environment: VerifiedEnvironment, { address, attributes }: Resource): Finding[] {
  const placed = referencesIn(attributes['subnet_ids']);
  const absent = environment.subnets.filter((subnet) => !placed.has(subnet.address));
  return [
    ...absent.map((subnet) => ({
      at: address,
      text: `expected the endpoint in both subnets of the environment, found it not in ${subnet.address}; add it there`,
    })),
    ...(attributes['private_dns_enabled'] === true
      ? []
      : [
          {
            at: address,
            text: 'expected private DNS, found it off: nobody would find the endpoint; turn it on',
          },
        ]),
  ];
}

function s3Findings(environment: VerifiedEnvironment): Finding[] {
  const routed = new Set(
    endpointsOf(environment, 's3').flatMap(({ attributes }) => [
      ...referencesIn(attributes['route_table_ids']),
    ]),
  );
  return environment.subnets
    .filter((subnet) => !routed.has(routeTableOf(environment, subnet)?.address ?? ''))
    .map(({ address }) => ({
      at: address,
      text: 'expected a route to the gateway endpoint of S3, found none; give its route table to the endpoint',
    }));
}

function endpointsOf(environment: VerifiedEnvironment, service: string): Resource[] {
  return environment
    .resources('aws_vpc_endpoint')
    .filter(
      ({ attributes }) => attributes['service_name'] === `com.amazonaws.${environment.region}.${service}`,
    );
}

function admitsTheSubnets(environment: VerifiedEnvironment, endpoint: Resource): boolean {
  const groups = environment.securityGroups.map(({ address }) => address);
  const rules = environment
    .referred(endpoint.attributes['security_group_ids'], 'aws_security_group')
    .flatMap((group) => rulesOf(environment, group, 'ingress'))
    .filter((rule) => rule.admits(443));
  return (
    rules.some((rule) => groups.some((group) => rule.groups.has(group))) ||
    environment.subnets.every(({ attributes }) =>
      rules.some((rule) =>
        rule.ranges.some((range) => contains(parseCidr(range), parseCidr(String(attributes['cidr_block'])))),
      ),
    )
  );
}
