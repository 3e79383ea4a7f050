import {
  DeleteClientVpnEndpointCommand,
  DescribeClientVpnEndpointsCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  ModifyClientVpnEndpointCommand,
  type ModifyClientVpnEndpointCommandInput,
} from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3Call, inAccount, memberAccount } from './boto3';
import { EndpointsUnderTest } from './client-vpn-endpoints-under-test';
import { eventually, federatedEndpoint, vpcWithSubnets } from './client-vpn-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const endpoints = new EndpointsUnderTest(local);

const modify = (input: ModifyClientVpnEndpointCommandInput) =>
  endpoints.ec2.send(new ModifyClientVpnEndpointCommand(input));

test('an endpoint has AWS defaults for what is not said', async () => {
  const id = await endpoints.create();
  expect(id).toMatch(/^cvpn-endpoint-[0-9a-f]{17}$/);
  expect(await endpoints.described(id)).toMatchObject({
    ClientVpnEndpointId: id,
    Status: { Code: 'pending-associate' },
    DnsName: `*.${id}.prod.clientvpn.eu-west-1.amazonaws.com`,
    ClientCidrBlock: '172.30.0.0/20',
    SplitTunnel: false,
    VpnProtocol: 'openvpn',
    TransportProtocol: 'udp',
    VpnPort: 443,
    AssociatedTargetNetworks: [],
    AuthenticationOptions: [
      {
        Type: 'federated-authentication',
        FederatedAuthentication: { SamlProviderArn: endpoints.given.samlProviderArn },
      },
    ],
    ConnectionLogOptions: { Enabled: false },
    SelfServicePortalUrl: `https://self-service.clientvpn.amazonaws.com/endpoints/${id}`,
    ClientConnectOptions: { Enabled: false },
    SessionTimeoutHours: 24,
    ClientLoginBannerOptions: { Enabled: false },
    ClientRouteEnforcementOptions: { Enforced: false },
    DisconnectOnSessionTimeout: true,
  });
});

test('an endpoint is described as it was made, and as it was modified', async () => {
  const vpc = await vpcWithSubnets(local);
  const id = await endpoints.create({
    Description: 'VPN of <us> & "them"',
    DnsServers: ['10.99.0.2'],
    SplitTunnel: true,
    TransportProtocol: 'tcp',
    VpcId: vpc.VpcId,
    ConnectionLogOptions: {
      Enabled: true,
      CloudwatchLogGroup: '/vpn',
      CloudwatchLogStream: 'connections',
    },
    ClientLoginBannerOptions: { Enabled: true, BannerText: 'Hello' },
    TagSpecifications: [
      { ResourceType: 'client-vpn-endpoint', Tags: [{ Key: 'Name', Value: 'developers' }] },
    ],
  });
  const { SecurityGroups: [group] = [] } = await endpoints.ec2.send(
    new DescribeSecurityGroupsCommand({ Filters: [{ Name: 'vpc-id', Values: [vpc.VpcId] }] }),
  );
  expect(await endpoints.described(id)).toMatchObject({
    Description: 'VPN of <us> & "them"',
    DnsServers: ['10.99.0.2'],
    SplitTunnel: true,
    TransportProtocol: 'tcp',
    VpcId: vpc.VpcId,
    SecurityGroupIds: [group?.GroupId],
    ConnectionLogOptions: {
      Enabled: true,
      CloudwatchLogGroup: '/vpn',
      CloudwatchLogStream: 'connections',
    },
    ClientLoginBannerOptions: { Enabled: true, BannerText: 'Hello' },
    Tags: [{ Key: 'Name', Value: 'developers' }],
  });
  await modify({
    ClientVpnEndpointId: id,
    DnsServers: { Enabled: false },
    VpnPort: 1194,
    SessionTimeoutHours: 8,
    SelfServicePortal: 'disabled',
    ConnectionLogOptions: { Enabled: false },
  });
  const after = await endpoints.described(id);
  expect(after).toMatchObject({ VpnPort: 1194, SessionTimeoutHours: 8, SplitTunnel: true });
  expect(after?.DnsServers).toBeUndefined();
  expect(after?.SelfServicePortalUrl).toBeUndefined();
  expect(after?.ConnectionLogOptions).toEqual({ Enabled: false });
});

test('endpoints are found by id, by filter, and by page, each in its own account and region', async () => {
  const udp = await endpoints.create();
  const tcp = await endpoints.create({ TransportProtocol: 'tcp' });
  const { output } = await boto3Call(local, 'ec2', 'describe_client_vpn_endpoints', {
    Filters: [{ Name: 'transport-protocol', Values: ['tcp'] }],
  });
  expect(output?.ClientVpnEndpoints).toMatchObject([{ ClientVpnEndpointId: tcp }]);
  for (let more = 2; more < 5; more += 1) await endpoints.create();
  const { code, stdout } = await local.run(
    'aws', 'ec2', 'describe-client-vpn-endpoints', '--region', 'eu-west-1',
    '--query', 'ClientVpnEndpoints[].ClientVpnEndpointId', '--page-size', '5', '--output', 'json',
  ); // prettier-ignore
  expect({ code, first: (JSON.parse(stdout) as string[])[0] }).toEqual({ code: 0, first: udp });
  const elsewhere = [
    new EC2Client(await inAccount(local, await memberAccount(local))),
    new EC2Client(awsClientConfig(local.cloud, 'eu-central-1')),
  ];
  for (const client of elsewhere) {
    const answer = await client.send(new DescribeClientVpnEndpointsCommand({}));
    expect(answer.ClientVpnEndpoints).toEqual([]);
  }
  await expect(endpoints.create()).rejects.toMatchObject({ name: 'ClientVpnEndpointLimitExceeded' });
});

test('a deleted endpoint is deleting and then gone', async () => {
  const id = await endpoints.create();
  endpoints.made.pop();
  const { Status } = await endpoints.ec2.send(
    new DeleteClientVpnEndpointCommand({ ClientVpnEndpointId: id }),
  );
  expect(Status?.Code).toBe('deleting');
  await eventually(() => endpoints.described(id).then(() => false).catch(() => true)); // prettier-ignore
  await expect(endpoints.described(id)).rejects.toMatchObject({
    name: 'InvalidClientVpnEndpointId.NotFound',
    message: `Endpoint ${id} does not exist`,
  });
});

test('mutual authentication goes together with one other way to sign in', async () => {
  const mutual = {
    Type: 'certificate-authentication' as const,
    MutualAuthentication: { ClientRootCertificateChainArn: endpoints.given.certificateArn },
  };
  const id = await endpoints.create({
    AuthenticationOptions: [mutual, ...federatedEndpoint(endpoints.given).AuthenticationOptions],
  });
  expect((await endpoints.described(id))?.AuthenticationOptions).toEqual([
    {
      Type: 'certificate-authentication',
      MutualAuthentication: { ClientRootCertificateChain: endpoints.given.certificateArn },
    },
    {
      Type: 'federated-authentication',
      FederatedAuthentication: { SamlProviderArn: endpoints.given.samlProviderArn },
    },
  ]);
});
