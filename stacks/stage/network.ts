import { expandInterfaceEndpoints, INTERFACE_ENDPOINT_PRESETS, planSubnets, zoneIdsOf } from '../../config';
import { EMR_MANAGED_POLICY_TAG } from '../../modules/emr/managed-policy-tag';
import { Vpc } from '../../modules/vpc/vpc';
import type { StageKeys } from './keys';
import type { StageContext } from './stage-context';

/** The VPC of a stage. */
export function addNetwork({ scope, provider, accountId, environment }: StageContext, keys: StageKeys): Vpc {
  const { stage, region, network } = environment;
  const zoneIds = zoneIdsOf(environment);
  return new Vpc(scope, 'network', {
    provider,
    accountId,
    region,
    name: stage,
    cidr: network.cidr,
    privateSubnets: planSubnets(network.cidr, zoneIds, ['private']),
    publicSubnets: planSubnets(network.cidr, zoneIds, ['public']),
    nat: network.natGateways,
    interfaceEndpoints: expandInterfaceEndpoints(network.endpoints.interface),
    firstInterfaceEndpoints: network.natGateways === 'none' ? INTERFACE_ENDPOINT_PRESETS.mwaa : [],
    hasDynamodbEndpoint: network.endpoints.dynamodb,
    flowLog: { ...network.flowLogs, kmsKeyArn: keys.logs.arn },
    serviceTags: EMR_MANAGED_POLICY_TAG,
  });
}
