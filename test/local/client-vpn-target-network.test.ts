import {
  AssociateClientVpnTargetNetworkCommand,
  CreateClientVpnEndpointCommand,
  CreateSecurityGroupCommand,
  DeleteClientVpnEndpointCommand,
  DescribeClientVpnEndpointsCommand,
  DescribeClientVpnRoutesCommand,
  DescribeClientVpnTargetNetworksCommand,
  DisassociateClientVpnTargetNetworkCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call } from './boto3';
import {
  type ClientVpnPrerequisites,
  clientVpnPrerequisites,
  eventually,
  federatedEndpoint,
  vpcWithSubnets,
} from './client-vpn-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let ec2: EC2Client;
let given: ClientVpnPrerequisites;
let vpc: Awaited<ReturnType<typeof vpcWithSubnets>>;
let ClientVpnEndpointId = '';

beforeAll(async () => {
  ec2 = new EC2Client(awsClientConfig(local.cloud));
  given = await clientVpnPrerequisites(local);
  vpc = await vpcWithSubnets(local);
}, 60_000);

beforeEach(async () => {
  ClientVpnEndpointId = await newEndpoint();
});

afterEach(async () => {
  for (const { AssociationId } of await networks()) await disassociate(AssociationId);
  await eventually(async () => (await networks()).length === 0);
  await ec2.send(new DeleteClientVpnEndpointCommand({ ClientVpnEndpointId }));
});

const newEndpoint = async (more: object = {}) => {
  const input = { ...federatedEndpoint(given), ...more };
  return (await ec2.send(new CreateClientVpnEndpointCommand(input))).ClientVpnEndpointId ?? '';
};
const associate = (SubnetId: string) =>
  ec2.send(new AssociateClientVpnTargetNetworkCommand({ ClientVpnEndpointId, SubnetId }));
const disassociate = (AssociationId?: string) =>
  ec2.send(new DisassociateClientVpnTargetNetworkCommand({ ClientVpnEndpointId, AssociationId }));
const networks = async () =>
  (await ec2.send(new DescribeClientVpnTargetNetworksCommand({ ClientVpnEndpointId })))
    .ClientVpnTargetNetworks ?? [];
const endpoint = async () => {
  const input = { ClientVpnEndpointIds: [ClientVpnEndpointId] };
  return (await ec2.send(new DescribeClientVpnEndpointsCommand(input))).ClientVpnEndpoints?.[0];
};
const routes = async () =>
  (await ec2.send(new DescribeClientVpnRoutesCommand({ ClientVpnEndpointId }))).Routes ?? [];
const associated = async (count: number) =>
  eventually(
    async () => (await networks()).filter(({ Status }) => Status?.Code === 'associated').length === count,
  );

test('the first association makes an endpoint available, in its VPC and with a route to it', async () => {
  const { AssociationId, Status } = await associate(vpc.first);
  expect(AssociationId).toMatch(/^cvpn-assoc-[0-9a-f]{17}$/);
  expect(Status?.Code).toBe('associating');
  await associated(1);
  const now = await endpoint();
  expect(now).toMatchObject({
    Status: { Code: 'available' },
    VpcId: vpc.VpcId,
    SecurityGroupIds: [expect.stringMatching(/^sg-/)],
    AssociatedTargetNetworks: [{ NetworkId: vpc.first, NetworkType: 'vpc' }],
  });
  expect(await networks()).toMatchObject([
    {
      AssociationId,
      VpcId: vpc.VpcId,
      TargetNetworkId: vpc.first,
      ClientVpnEndpointId,
      SecurityGroups: now?.SecurityGroupIds,
    },
  ]);
  expect(await routes()).toMatchObject([
    { DestinationCidr: '10.99.0.0/16', TargetSubnet: vpc.first, Type: 'Nat', Origin: 'associate' },
  ]);
});

test('the last disassociation takes the route away and leaves the endpoint waiting', async () => {
  const { AssociationId } = await associate(vpc.first);
  await associated(1);
  const { Status } = await disassociate(AssociationId);
  expect(Status?.Code).toBe('disassociating');
  await eventually(async () => (await networks()).length === 0);
  expect(await routes()).toEqual([]);
  expect((await endpoint())?.Status?.Code).toBe('pending-associate');
});

test('associations are found by id and by filter', async () => {
  const { AssociationId = '' } = await associate(vpc.first);
  await associate(vpc.second);
  const called = await boto3(local, 'ec2', [
    ['describe_client_vpn_target_networks', { ClientVpnEndpointId, AssociationIds: [AssociationId] }],
    [
      'describe_client_vpn_target_networks',
      { ClientVpnEndpointId, Filters: [{ Name: 'target-network-id', Values: [vpc.second] }] },
    ],
    ['describe_client_vpn_target_networks', { ClientVpnEndpointId, AssociationIds: ['cvpn-assoc-0'] }],
    [
      'describe_client_vpn_target_networks',
      { ClientVpnEndpointId, Filters: [{ Name: 'zone', Values: ['a'] }] },
    ],
  ]);
  expect(called[0]?.output?.ClientVpnTargetNetworks).toMatchObject([{ TargetNetworkId: vpc.first }]);
  expect(called[1]?.output?.ClientVpnTargetNetworks).toMatchObject([{ TargetNetworkId: vpc.second }]);
  expect(called[2]?.code).toBe('InvalidClientVpnAssociationIdNotFound');
  expect(called[3]).toMatchObject({
    code: 'InvalidParameterValue',
    message: "The filter 'zone' is invalid",
  });
});

test('security groups are applied to the associations and the endpoint', async () => {
  const groups = [];
  for (const GroupName of ['one', 'two']) {
    const input = { GroupName, Description: GroupName, VpcId: vpc.VpcId };
    groups.push((await ec2.send(new CreateSecurityGroupCommand(input))).GroupId);
  }
  const input = { ClientVpnEndpointId, VpcId: vpc.VpcId, SecurityGroupIds: groups };
  const apply = () => boto3Call(local, 'ec2', 'apply_security_groups_to_client_vpn_target_network', input);
  expect((await apply()).code).toBe('InvalidClientVpnActiveAssociationNotFound');
  await associate(vpc.first);
  expect((await apply()).output).toEqual({ SecurityGroupIds: groups });
  expect((await networks())[0]?.SecurityGroups).toEqual(groups);
  expect((await endpoint())?.SecurityGroupIds).toEqual(groups);
});

test('fails to associate a subnet that AWS would not take', async () => {
  const other = await vpcWithSubnets(local, '10.98');
  await associate(vpc.first);
  const wrong: [string, string][] = [
    [vpc.first, 'InvalidClientVpnDuplicateAssociationException'],
    [vpc.sameZone, 'InvalidClientVpnSubnetId.DuplicateAz'],
    [other.second, 'InvalidClientVpnSubnetId.NotFound'],
    ['subnet-0123456789abcdef0', 'InvalidClientVpnSubnetId.NotFound'],
    [vpc.tiny, 'InvalidParameterValue'],
  ];
  for (const [subnet, name] of wrong) await expect(associate(subnet)).rejects.toMatchObject({ name });
  expect(await networks()).toHaveLength(1);
});

test('fails to associate a VPC in which clients have their addresses', async () => {
  const id = await newEndpoint({ ClientCidrBlock: '10.99.240.0/22' });
  const called = await boto3(local, 'ec2', [
    ['associate_client_vpn_target_network', { ClientVpnEndpointId: id, SubnetId: vpc.first }],
    ['delete_client_vpn_endpoint', { ClientVpnEndpointId: id }],
  ]);
  expect(called[0]?.code).toBe('InvalidClientVpnSubnetId.OverlappingCidr');
  expect(called[1]?.code).toBeUndefined();
});

test('fails to delete an endpoint that has associations, or to move it to another VPC', async () => {
  const other = await vpcWithSubnets(local, '10.97');
  const { AssociationId } = await associate(vpc.first);
  const called = await boto3(local, 'ec2', [
    ['delete_client_vpn_endpoint', { ClientVpnEndpointId }],
    ['modify_client_vpn_endpoint', { ClientVpnEndpointId, VpcId: other.VpcId }],
  ]);
  expect(called).toMatchObject([
    {
      code: 'ClientVpnEndpointAssociationExists',
      message: `The endpoint that you're trying to delete has associations ${AssociationId}`,
    },
    { code: 'InvalidParameterValue' },
  ]);
});
