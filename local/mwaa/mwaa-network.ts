import type { AwsCall } from '../aws-call';
import type { MotoClient } from '../moto-client';
import { type Xml, itemsAt, queryMoto, textAt } from '../moto-query';
import type { EnvironmentDescription } from './mwaa-environment-description';
import { mwaaValidation } from './mwaa-errors';

type Network = EnvironmentDescription['NetworkConfiguration'];

/**
 * Refuses subnets and security groups that cannot be an environment's: not there, not of one VPC, not in two
 * zones.
 *
 * Source: https://docs.aws.amazon.com/mwaa/latest/userguide/networking-about.html. AWS does not document the
 * words; that what does not exist is refused at once does every other service.
 */
export async function checkNetwork(network: Network, call: AwsCall, moto: MotoClient): Promise<void> {
  const subnets = await described('Subnet', network.SubnetIds, call, moto);
  const groups = await described('SecurityGroup', network.SecurityGroupIds, call, moto);
  const [vpc, ...otherVpcs] = new Set(subnets.map((subnet) => textAt(subnet, 'vpcId')));
  const list = network.SubnetIds.join(', ');
  if (otherVpcs.length > 0) throw mwaaValidation(`Subnets ${list} must be in the same VPC`);
  if (new Set(subnets.map((subnet) => textAt(subnet, 'availabilityZone'))).size < 2)
    throw mwaaValidation(`Subnets ${list} must be in two different Availability Zones`);
  const stranger = groups.find((group) => textAt(group, 'vpcId') !== vpc);
  if (stranger !== undefined)
    throw mwaaValidation(`Security group ${textAt(stranger, 'groupId')} is not in the VPC of the subnets`);
}

/**
 * Why an environment cannot start in its network, if it cannot: it needs private subnets, and security groups
 * that let its parts talk to each other. AWS finds out while it creates the environment.
 *
 * Source: the checks of https://github.com/awslabs/aws-support-tools/tree/master/MWAA, which AWS names for
 * environments that fail.
 */
export async function networkProblem(
  network: Network,
  call: AwsCall,
  moto: MotoClient,
): Promise<string | undefined> {
  for (const subnet of network.SubnetIds) {
    const gateway = await internetGatewayOf(subnet, call, moto);
    if (gateway !== undefined)
      return `subnet ${subnet} has a route to the internet gateway ${gateway}; it must be private`;
  }
  const groups = await described('SecurityGroup', network.SecurityGroupIds, call, moto);
  return groups.some(refersToItself)
    ? undefined
    : `none of the security groups ${network.SecurityGroupIds.join(', ')} has an ingress rule for itself`;
}

async function internetGatewayOf(
  subnet: string,
  call: AwsCall,
  moto: MotoClient,
): Promise<string | undefined> {
  const tables =
    (await routeTables('association.subnet-id', subnet, call, moto)) ??
    // A subnet without a table of its own has its VPC's main one.
    (await mainRouteTables(subnet, call, moto));
  return tables
    .flatMap((table) => itemsAt(table, 'routeSet'))
    .map((route) => textAt(route, 'gatewayId'))
    .find((gateway) => gateway?.startsWith('igw-'));
}

async function mainRouteTables(subnet: string, call: AwsCall, moto: MotoClient): Promise<readonly Xml[]> {
  const [found] = await described('Subnet', [subnet], call, moto);
  const tables = (await routeTables('vpc-id', textAt(found, 'vpcId') ?? '', call, moto)) ?? [];
  return tables.filter((table) =>
    itemsAt(table, 'associationSet').some((association) => textAt(association, 'main') === 'true'),
  );
}

async function routeTables(
  filter: string,
  value: string,
  call: AwsCall,
  moto: MotoClient,
): Promise<readonly Xml[] | undefined> {
  const parameters = {
    Action: 'DescribeRouteTables',
    'Filter.1.Name': filter,
    'Filter.1.Value.1': value,
  };
  const answer = await queryMoto('ec2', parameters, call, moto);
  const tables = itemsAt(answer, 'routeTableSet');
  return tables.length === 0 ? undefined : tables;
}

/** All traffic, or at least that to the web server (443) and to the database (5432). */
function refersToItself(group: Xml): boolean {
  const open = itemsAt(group, 'ipPermissions').filter((permission) =>
    itemsAt(permission, 'groups').some((source) => textAt(source, 'groupId') === textAt(group, 'groupId')),
  );
  return [443, 5432].every((port) =>
    open.some((permission) => {
      const protocol = textAt(permission, 'ipProtocol');
      const from = Number(textAt(permission, 'fromPort'));
      const to = Number(textAt(permission, 'toPort'));
      return protocol === '-1' || (protocol === 'tcp' && from <= port && port <= to);
    }),
  );
}

async function described(
  kind: 'Subnet' | 'SecurityGroup',
  ids: readonly string[],
  call: AwsCall,
  moto: MotoClient,
): Promise<readonly Xml[]> {
  const action = `Describe${kind}s`;
  const [list, id] =
    kind === 'Subnet'
      ? (['subnetSet', 'SubnetId.1'] as const)
      : (['securityGroupInfo', 'GroupId.1'] as const);
  return Promise.all(
    ids.map(async (name) => {
      const answer = await queryMoto('ec2', { Action: action, [id]: name }, call, moto);
      const [found] = itemsAt(answer, list);
      if (found !== undefined) return found;
      throw mwaaValidation(
        `${kind === 'Subnet' ? 'Subnet' : 'Security group'} ${name} does not exist in ${call.region}`,
      );
    }),
  );
}
