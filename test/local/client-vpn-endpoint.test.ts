import {
  CreateClientVpnEndpointCommand,
  type CreateClientVpnEndpointCommandInput,
  DeleteClientVpnEndpointCommand,
  DescribeClientVpnEndpointsCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  ModifyClientVpnEndpointCommand,
  type ModifyClientVpnEndpointCommandInput,
} from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call, inAccount, memberAccount } from './boto3';
import {
  type ClientVpnPrerequisites,
  clientVpnPrerequisites,
  eventually,
  federatedEndpoint,
  imported,
  vpcWithSubnets,
} from './client-vpn-fixture';
import { useCloud } from './cloud-under-test';
import { serverCertificate } from './server-certificate';

const local = useCloud();
let ec2: EC2Client;
let given: ClientVpnPrerequisites;
type Input = Record<string, unknown>;

const made: string[] = [];

beforeAll(async () => {
  ec2 = new EC2Client(awsClientConfig(local.cloud));
  given = await clientVpnPrerequisites(local);
}, 60_000);

const create = async (more: Partial<CreateClientVpnEndpointCommandInput> = {}) => {
  const input = { ...federatedEndpoint(given), ...more };
  const { ClientVpnEndpointId = '' } = await ec2.send(new CreateClientVpnEndpointCommand(input));
  made.push(ClientVpnEndpointId);
  return ClientVpnEndpointId;
};
const described = async (id: string) =>
  (await ec2.send(new DescribeClientVpnEndpointsCommand({ ClientVpnEndpointIds: [id] })))
    .ClientVpnEndpoints?.[0];
const all = async () => (await ec2.send(new DescribeClientVpnEndpointsCommand({}))).ClientVpnEndpoints ?? [];
const modify = (input: ModifyClientVpnEndpointCommandInput) =>
  ec2.send(new ModifyClientVpnEndpointCommand(input));

// There may be five in a region only.
afterEach(async () => {
  for (const ClientVpnEndpointId of made.splice(0))
    await ec2.send(new DeleteClientVpnEndpointCommand({ ClientVpnEndpointId }));
  await eventually(async () => (await all()).length === 0);
});

test('an endpoint has AWS defaults for what is not said', async () => {
  const id = await create();
  expect(id).toMatch(/^cvpn-endpoint-[0-9a-f]{17}$/);
  expect(await described(id)).toMatchObject({
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
        FederatedAuthentication: { SamlProviderArn: given.samlProviderArn },
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
  const id = await create({
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
  const { SecurityGroups: [group] = [] } = await ec2.send(
    new DescribeSecurityGroupsCommand({ Filters: [{ Name: 'vpc-id', Values: [vpc.VpcId] }] }),
  );
  expect(await described(id)).toMatchObject({
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
  const after = await described(id);
  expect(after).toMatchObject({ VpnPort: 1194, SessionTimeoutHours: 8, SplitTunnel: true });
  expect(after?.DnsServers).toBeUndefined();
  expect(after?.SelfServicePortalUrl).toBeUndefined();
  expect(after?.ConnectionLogOptions).toEqual({ Enabled: false });
});

test('endpoints are found by id, by filter, and by page, each in its own account and region', async () => {
  const udp = await create();
  const tcp = await create({ TransportProtocol: 'tcp' });
  const { output } = await boto3Call(local, 'ec2', 'describe_client_vpn_endpoints', {
    Filters: [{ Name: 'transport-protocol', Values: ['tcp'] }],
  });
  expect(output?.ClientVpnEndpoints).toMatchObject([{ ClientVpnEndpointId: tcp }]);
  for (let more = 2; more < 5; more += 1) await create();
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
  await expect(create()).rejects.toMatchObject({ name: 'ClientVpnEndpointLimitExceeded' });
});

test('a deleted endpoint is deleting and then gone', async () => {
  const id = await create();
  made.pop();
  const { Status } = await ec2.send(new DeleteClientVpnEndpointCommand({ ClientVpnEndpointId: id }));
  expect(Status?.Code).toBe('deleting');
  await eventually(() => described(id).then(() => false).catch(() => true)); // prettier-ignore
  await expect(described(id)).rejects.toMatchObject({
    name: 'InvalidClientVpnEndpointId.NotFound',
    message: `Endpoint ${id} does not exist`,
  });
});

describe('fails to make an endpoint as AWS does', () => {
  const federated = (SAMLProviderArn: string) => [
    { Type: 'federated-authentication', FederatedAuthentication: { SAMLProviderArn } },
  ];
  const mutual = (arn: string) => ({
    Type: 'certificate-authentication',
    MutualAuthentication: { ClientRootCertificateChainArn: arn },
  });
  const missingCertificate = 'arn:aws:acm:eu-west-1:123456789012:certificate/none';
  test.each<[string, Input | (() => Input), string, RegExp]>([
    ['with a client range that is too large', { ClientCidrBlock: '10.0.0.0/8' }, 'Value', /between \/22 and \/12/],
    ['with a client range that is too small', { ClientCidrBlock: '10.0.0.0/28' }, 'Value', /between \/22 and \/12/],
    ['with bits behind the prefix', { ClientCidrBlock: '10.0.1.0/20' }, 'Value', /network address .* 10\.0\.0\.0\/20/],
    ['with an IPv6 range', { ClientCidrBlock: 'fd00::/64' }, 'Value', /not a valid CIDR block/],
    ['with three DNS servers', { DnsServers: ['1.1.1.1', '1.1.1.2', '1.1.1.3'] }, 'Value', /up to 2 DNS servers/],
    ['with a DNS server that is no address', { DnsServers: ['dns.example.org'] }, 'Value', /dns\.example\.org/],
    ['with an unknown port', { VpnPort: 8443 }, 'Value', /443, 1194/],
    ['with an unknown protocol', { TransportProtocol: 'quic' }, 'Value', /tcp, udp/],
    ['with an unknown session time', { SessionTimeoutHours: 9 }, 'Value', /8, 10, 12, 24/],
    ['with a banner that is too long', { ClientLoginBannerOptions: { Enabled: true, BannerText: 'x'.repeat(1401) } }, 'Value', /1400/],
    ['with a banner that is off', { ClientLoginBannerOptions: { Enabled: false, BannerText: 'x' } }, 'Combination', /not enabled/],
    ['with a log that has no group', { ConnectionLogOptions: { Enabled: true } }, 'Missing', /CloudwatchLogGroup/],
    ['with a log group that is not there', { ConnectionLogOptions: { Enabled: true, CloudwatchLogGroup: '/none' } }, 'Value', /\/none does not exist/],
    ['with a log stream that is not there', { ConnectionLogOptions: { Enabled: true, CloudwatchLogGroup: '/vpn', CloudwatchLogStream: 'none' } }, 'Value', /none does not exist/],
    ['with a certificate that is not there', { ServerCertificateArn: missingCertificate }, 'Value', /does not exist/],
    ['with a SAML provider that is not there', { AuthenticationOptions: federated('arn:aws:iam::123456789012:saml-provider/none') }, 'Value', /none does not exist/],
    ['with federated authentication by nobody', { AuthenticationOptions: [{ Type: 'federated-authentication' }] }, 'Missing', /^Federated authentication is required but is missing in the request$/],
    ['with a root certificate that is not there', { AuthenticationOptions: [mutual(missingCertificate)] }, 'Value', /does not exist/],
    ['with a directory that is not there', { AuthenticationOptions: [{ Type: 'directory-service-authentication', ActiveDirectory: { DirectoryId: 'd-1234567890' } }] }, 'Value', /d-1234567890 does not exist/],
    ['with two ways to sign in as a user', () => ({ AuthenticationOptions: [...federated(given.samlProviderArn), ...federated(given.otherProviderArn)] }), 'Combination', /certificate-authentication/],
    ['with a portal and certificates only', () => ({ SelfServicePortal: 'enabled', AuthenticationOptions: [mutual(given.certificateArn)] }), 'Value', /self-service portal/],
    ['with security groups but no VPC', { SecurityGroupIds: ['sg-1'] }, 'Value', /^Security Groups cannot be modified without specifying Vpc Id$/],
    ['with a VPC that is not there', { VpcId: 'vpc-0123456789abcdef0' }, 'vpc', /does not exist/],
    ['with a handler of another name', { ClientConnectOptions: { Enabled: true, LambdaFunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:connect' } }, 'Value', /AWSClientVPN-/],
    ['with tags of something else', { TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'a', Value: 'b' }] }] }, 'Value', /taggable/],
  ])('%s', async (_, more, kind, message) => {
    const input = { ...federatedEndpoint(given), ...(typeof more === 'function' ? more() : more) };
    const called = await boto3Call(local, 'ec2', 'create_client_vpn_endpoint', input);
    const codes: Record<string, string> = {
      Value: 'InvalidParameterValue',
      Missing: 'MissingParameter',
      Combination: 'InvalidParameterCombination',
      vpc: 'InvalidVpcID.NotFound',
    };
    expect(called.code).toBe(codes[kind]);
    expect(called.message).toMatch(message);
  }); // prettier-ignore

  test('with a certificate without a domain, or with a key that is too long', async () => {
    const noDomain = await imported(local, await serverCertificate({ commonName: 'server' }));
    await expect(create({ ServerCertificateArn: noDomain })).rejects.toThrow(
      `Certificate ${noDomain} does not have a domain`,
    );
    const long = await imported(local, await serverCertificate({ modulusLength: 3072 }));
    await expect(create({ ServerCertificateArn: long })).rejects.toThrow(/RSA_3072/);
  }, 30_000);

  test('with a security group of another VPC', async () => {
    const [one, other] = [await vpcWithSubnets(local, '10.97'), await vpcWithSubnets(local, '10.96')];
    const { SecurityGroups: [group] = [] } = await ec2.send(
      new DescribeSecurityGroupsCommand({ Filters: [{ Name: 'vpc-id', Values: [other.VpcId] }] }),
    );
    await expect(create({ VpcId: one.VpcId, SecurityGroupIds: [group?.GroupId ?? ''] })).rejects.toThrow(
      `Security group ${group?.GroupId} does not belong to the VPC ${one.VpcId}`,
    );
  });
});

test('mutual authentication goes together with one other way to sign in', async () => {
  const mutual = {
    Type: 'certificate-authentication' as const,
    MutualAuthentication: { ClientRootCertificateChainArn: given.certificateArn },
  };
  const id = await create({
    AuthenticationOptions: [mutual, ...federatedEndpoint(given).AuthenticationOptions],
  });
  expect((await described(id))?.AuthenticationOptions).toEqual([
    {
      Type: 'certificate-authentication',
      MutualAuthentication: { ClientRootCertificateChain: given.certificateArn },
    },
    {
      Type: 'federated-authentication',
      FederatedAuthentication: { SamlProviderArn: given.samlProviderArn },
    },
  ]);
});

test('fails to modify what it does not take, and then changes nothing', async () => {
  const id = await create();
  const before = await described(id);
  const called = await boto3(local, 'ec2', [
    ['modify_client_vpn_endpoint', { ClientVpnEndpointId: id, VpnPort: 80 }],
    ['modify_client_vpn_endpoint', { ClientVpnEndpointId: id, VpnPort: 1194, ServerCertificateArn: 'none' }],
    ['modify_client_vpn_endpoint', { ClientVpnEndpointId: 'cvpn-endpoint-0', VpnPort: 443 }],
    ['modify_client_vpn_endpoint', { VpnPort: 443 }],
    ['modify_client_vpn_endpoint', { ClientVpnEndpointId: id, VpnPort: 1194, DryRun: true }],
  ]);
  expect(called.map(({ code }) => code)).toEqual([
    'InvalidParameterValue',
    'InvalidParameterValue',
    'InvalidClientVpnEndpointId.NotFound',
    'MissingParameter',
    'DryRunOperation',
  ]);
  expect(await described(id)).toEqual(before);
});
