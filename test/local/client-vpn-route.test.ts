import {
  AssociateClientVpnTargetNetworkCommand,
  CreateClientVpnEndpointCommand,
  CreateClientVpnRouteCommand,
  DescribeClientVpnRoutesCommand,
  DescribeClientVpnTargetNetworksCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3 } from './boto3';
import { clientVpnPrerequisites, eventually, federatedEndpoint, vpcWithSubnets } from './client-vpn-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let ec2: EC2Client;
let vpc: Awaited<ReturnType<typeof vpcWithSubnets>>;
let ClientVpnEndpointId = '';

const create = (DestinationCidrBlock: string, TargetVpcSubnetId = vpc.first) => {
  const input = { ClientVpnEndpointId, DestinationCidrBlock, TargetVpcSubnetId, Description: 'more' };
  return ec2.send(new CreateClientVpnRouteCommand(input));
};
const found = async (...filters: [name: string, value: string][]) => {
  const Filters = filters.map(([Name, value]) => ({ Name, Values: [value] }));
  return (await ec2.send(new DescribeClientVpnRoutesCommand({ ClientVpnEndpointId, Filters }))).Routes ?? [];
};

beforeAll(async () => {
  ec2 = new EC2Client(awsClientConfig(local.cloud));
  const input = federatedEndpoint(await clientVpnPrerequisites(local));
  vpc = await vpcWithSubnets(local);
  ({ ClientVpnEndpointId = '' } = await ec2.send(new CreateClientVpnEndpointCommand(input)));
}, 60_000);

test('fails to add a route before there is an association', async () => {
  await expect(create('0.0.0.0/0')).rejects.toMatchObject({
    name: 'InvalidClientVpnActiveAssociationNotFound',
  });
  await ec2.send(new AssociateClientVpnTargetNetworkCommand({ ClientVpnEndpointId, SubnetId: vpc.first }));
  await eventually(async () => {
    const input = { ClientVpnEndpointId };
    const { ClientVpnTargetNetworks: [network] = [] } = await ec2.send(
      new DescribeClientVpnTargetNetworksCommand(input),
    );
    return network?.Status?.Code === 'associated';
  });
});

test('a route is creating, then active, and exactly one matches its filters', async () => {
  expect((await create('0.0.0.0/0')).Status?.Code).toBe('creating');
  const own = () => found(['destination-cidr', '0.0.0.0/0'], ['target-subnet', vpc.first]);
  await eventually(async () => (await own())[0]?.Status?.Code === 'active');
  expect(await own()).toEqual([
    {
      ClientVpnEndpointId,
      DestinationCidr: '0.0.0.0/0',
      TargetSubnet: vpc.first,
      Type: 'Nat',
      Origin: 'add-route',
      Status: { Code: 'active' },
      Description: 'more',
    },
  ]);
  expect(await found(['origin', 'associate'])).toMatchObject([{ DestinationCidr: '10.99.0.0/16' }]);
});

test('a deleted route is deleting and then gone', async () => {
  await create('10.50.0.0/16');
  const { code, stdout } = await local.run(
    'aws', 'ec2', 'delete-client-vpn-route', '--region', 'eu-west-1', '--output', 'text',
    '--client-vpn-endpoint-id', ClientVpnEndpointId, '--destination-cidr-block', '10.50.0.0/16',
    '--target-vpc-subnet-id', vpc.first,
  ); // prettier-ignore
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('deleting') as string });
  await eventually(async () => (await found(['destination-cidr', '10.50.0.0/16'])).length === 0);
});

test('clients reach each other by a route to their own range', async () => {
  await create('172.30.0.0/20', 'local');
  expect(await found(['target-subnet', 'local'])).toMatchObject([{ DestinationCidr: '172.30.0.0/20' }]);
});

test('fails on routes that AWS would not take', async () => {
  const route = (DestinationCidrBlock: string, TargetVpcSubnetId = vpc.first) => ({
    ClientVpnEndpointId,
    DestinationCidrBlock,
    TargetVpcSubnetId,
  });
  const called = await boto3(local, 'ec2', [
    ['create_client_vpn_route', route('0.0.0.0/0')],
    ['create_client_vpn_route', route('10.51.0.0/16', vpc.second)],
    ['create_client_vpn_route', route('10.51.0.1/16')],
    ['create_client_vpn_route', route('172.30.4.0/24')],
    ['delete_client_vpn_route', route('10.52.0.0/16')],
    ['delete_client_vpn_route', route('10.99.0.0/16')],
  ]);
  expect(called.map(({ code }) => code)).toEqual([
    'InvalidClientVpnDuplicateRoute',
    'InvalidClientVpnSubnetId.NotFound',
    'InvalidParameterValue',
    'InvalidParameterValue',
    'InvalidClientVpnRouteNotFound',
    'OperationNotPermitted',
  ]);
});
