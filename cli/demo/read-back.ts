import {
  DescribeNatGatewaysCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  ListParentsCommand,
  OrganizationsClient,
  DescribeOrganizationalUnitCommand,
} from '@aws-sdk/client-organizations';
import type { EnvironmentConfig } from '../../config';
import { awsClientConfig, type CloudAddress, enterAccount } from '../../local';
import { accountOf } from '../stage-account';
import { type DeployedPlatform, readPlatform } from './read-platform';
import { readVpn } from './read-vpn';

/** What stands in an account, as an AWS client that knows nothing of Terraform sees it. */
export interface DeployedStage {
  readonly accountId: string;
  readonly accountName: string;
  readonly unit: string;
  readonly vpcId: string;
  readonly vpcCidr: string;
  readonly subnets: readonly {
    readonly zoneId: string;
    readonly name: string;
    readonly cidr: string;
    readonly id: string;
  }[];
  readonly natGateways: number;
  readonly platform: DeployedPlatform;
  /** Endpoint, associations, rules and routes, a line each; absent when there is no VPN. */
  readonly vpn?: readonly string[];
}

/**
 * Reads a stage back through the AWS SDK, as somebody in the management account would: find the account,
 * assume the role in it, look at its network.
 *
 * @throws Error when something that the deployment reported is not there
 */
export async function readBack(cloud: CloudAddress, environment: EnvironmentConfig): Promise<DeployedStage> {
  const client = awsClientConfig(cloud, environment.region);
  const organizations = new OrganizationsClient(client);
  const { accountId, accountName, credentials } = await enterAccount(cloud, accountOf(environment));
  const inAccount = { ...client, credentials };
  const ec2 = new EC2Client(inAccount);
  const { Vpcs: vpcs = [] } = await ec2.send(
    new DescribeVpcsCommand({ Filters: [{ Name: 'cidr', Values: [environment.network.cidr] }] }),
  );
  const vpc = exactlyOne(vpcs, `VPC ${environment.network.cidr} in account ${accountId}`);
  const inVpc = [{ Name: 'vpc-id', Values: [vpc.VpcId ?? ''] }];
  const { Subnets: subnets = [] } = await ec2.send(new DescribeSubnetsCommand({ Filters: inVpc }));
  const { NatGateways: natGateways = [] } = await ec2.send(new DescribeNatGatewaysCommand({ Filter: inVpc }));

  return {
    accountId,
    accountName,
    unit: await unitOf(organizations, accountId),
    vpcId: vpc.VpcId ?? '',
    vpcCidr: vpc.CidrBlock ?? '',
    subnets: subnets.map((subnet) => ({
      zoneId: subnet.AvailabilityZoneId ?? '',
      name: subnet.Tags?.find((tag) => tag.Key === 'Name')?.Value ?? '',
      cidr: subnet.CidrBlock ?? '',
      id: subnet.SubnetId ?? '',
    })),
    natGateways: natGateways.filter((gateway) => gateway.State === 'available').length,
    platform: await readPlatform(inAccount, environment.stage),
    vpn: await readVpn(ec2),
  };
}

/** Path of the unit an account is in, such as `workloads/production`. */
async function unitOf(organizations: OrganizationsClient, accountId: string): Promise<string> {
  const names: string[] = [];
  for (let childId = accountId; ;) {
    const { Parents: parents = [] } = await organizations.send(new ListParentsCommand({ ChildId: childId }));
    const parent = exactlyOne(parents, `parent of ${childId}`);
    if (parent.Type !== 'ORGANIZATIONAL_UNIT') return names.join('/') || 'root';
    const { OrganizationalUnit: unit } = await organizations.send(
      new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: parent.Id }),
    );
    names.unshift(unit?.Name ?? '');
    childId = parent.Id ?? '';
  }
}

function exactlyOne<T>(found: readonly T[], what: string): T {
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) {
    throw new Error(`expected one ${what}, found ${found.length}`);
  }
  return first;
}
