import {
  CreateTagsCommand,
  DeleteTagsCommand,
  DescribeClientVpnEndpointsCommand,
  DescribeTagsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call } from './boto3';
import { clientVpnPrerequisites, federatedEndpoint, vpcWithSubnets } from './client-vpn-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let ec2: EC2Client;
let id = '';
let vpc = '';

beforeAll(async () => {
  ec2 = new EC2Client(awsClientConfig(local.cloud));
  const input = federatedEndpoint(await clientVpnPrerequisites(local));
  const { output } = await boto3Call(local, 'ec2', 'create_client_vpn_endpoint', {
    ...input,
    TagSpecifications: [{ ResourceType: 'client-vpn-endpoint', Tags: [{ Key: 'Name', Value: 'vpn' }] }],
  });
  id = String(output?.ClientVpnEndpointId);
  vpc = (await vpcWithSubnets(local)).VpcId;
}, 60_000);

const tags = async () =>
  (await ec2.send(new DescribeClientVpnEndpointsCommand({ ClientVpnEndpointIds: [id] })))
    .ClientVpnEndpoints?.[0]?.Tags;
const described = async (Name: string, value: string) =>
  (await ec2.send(new DescribeTagsCommand({ Filters: [{ Name, Values: [value] }] }))).Tags;

test('tags are added and taken away, together with those of other resources', async () => {
  const Tags = [
    { Key: 'Team', Value: 'data' },
    { Key: 'Cost', Value: '' },
  ];
  await ec2.send(new CreateTagsCommand({ Resources: [id, vpc], Tags }));
  expect(await tags()).toEqual([{ Key: 'Name', Value: 'vpn' }, ...Tags]);
  const team = (ResourceId: string, ResourceType: string) => ({
    ResourceId,
    ResourceType,
    Key: 'Team',
    Value: 'data',
  });
  expect(await described('key', 'Team')).toEqual([team(vpc, 'vpc'), team(id, 'client-vpn-endpoint')]);
  expect(await described('tag:Team', 'data')).toContainEqual(team(id, 'client-vpn-endpoint'));
  expect(await described('resource-id', vpc)).toHaveLength(2);
  const gone = [{ Key: 'Team', Value: 'else' }, { Key: 'Cost' }];
  await ec2.send(new DeleteTagsCommand({ Resources: [id, vpc], Tags: gone }));
  expect(await tags()).toEqual([
    { Key: 'Name', Value: 'vpn' },
    { Key: 'Team', Value: 'data' },
  ]);
  await ec2.send(new DeleteTagsCommand({ Resources: [id] }));
  expect(await tags()).toEqual([]);
});

test('fails on tags that AWS does not take, and on endpoints that are not there', async () => {
  const called = await boto3(local, 'ec2', [
    ['create_tags', { Resources: [id], Tags: [{ Key: 'aws:own', Value: 'x' }] }],
    ['create_tags', { Resources: ['cvpn-endpoint-0'], Tags: [{ Key: 'a', Value: 'x' }] }],
    ['create_tags', { Resources: [id], Tags: [{ Key: 'a', Value: 'x' }], DryRun: true }],
  ]);
  expect(called.map(({ code }) => code)).toEqual([
    'InvalidParameterValue',
    'InvalidClientVpnEndpointId.NotFound',
    'DryRunOperation',
  ]);
});
