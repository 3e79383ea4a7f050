import { DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';
import { boto3, boto3Call } from './boto3';
import { EndpointsUnderTest } from './client-vpn-endpoints-under-test';
import { federatedEndpoint, imported, vpcWithSubnets } from './client-vpn-fixture';
import { useCloud } from './cloud-under-test';
import { serverCertificate } from './server-certificate';

const local = useCloud();
const endpoints = new EndpointsUnderTest(local);
type Input = Record<string, unknown>;

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
    ['with two ways to sign in as a user', () => ({ AuthenticationOptions: [...federated(endpoints.given.samlProviderArn), ...federated(endpoints.given.otherProviderArn)] }), 'Combination', /certificate-authentication/],
    ['with a portal and certificates only', () => ({ SelfServicePortal: 'enabled', AuthenticationOptions: [mutual(endpoints.given.certificateArn)] }), 'Value', /self-service portal/],
    ['with security groups but no VPC', { SecurityGroupIds: ['sg-1'] }, 'Value', /^Security Groups cannot be modified without specifying Vpc Id$/],
    ['with a VPC that is not there', { VpcId: 'vpc-0123456789abcdef0' }, 'vpc', /does not exist/],
    ['with a handler of another name', { ClientConnectOptions: { Enabled: true, LambdaFunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:connect' } }, 'Value', /AWSClientVPN-/],
    ['with tags of something else', { TagSpecifications: [{ ResourceType: 'vpc', Tags: [{ Key: 'a', Value: 'b' }] }] }, 'Value', /taggable/],
  ])('%s', async (_, more, kind, message) => {
    const input = { ...federatedEndpoint(endpoints.given), ...(typeof more === 'function' ? more() : more) };
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
    await expect(endpoints.create({ ServerCertificateArn: noDomain })).rejects.toThrow(
      `Certificate ${noDomain} does not have a domain`,
    );
    const long = await imported(local, await serverCertificate({ modulusLength: 3072 }));
    await expect(endpoints.create({ ServerCertificateArn: long })).rejects.toThrow(/RSA_3072/);
  }, 30_000);

  test('with a security group of another VPC', async () => {
    const [one, other] = [await vpcWithSubnets(local, '10.97'), await vpcWithSubnets(local, '10.96')];
    const { SecurityGroups: [group] = [] } = await endpoints.ec2.send(
      new DescribeSecurityGroupsCommand({ Filters: [{ Name: 'vpc-id', Values: [other.VpcId] }] }),
    );
    await expect(
      endpoints.create({ VpcId: one.VpcId, SecurityGroupIds: [group?.GroupId ?? ''] }),
    ).rejects.toThrow(`Security group ${group?.GroupId} does not belong to the VPC ${one.VpcId}`);
  });
});

test('fails to modify what it does not take, and then changes nothing', async () => {
  const id = await endpoints.create();
  const before = await endpoints.described(id);
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
  expect(await endpoints.described(id)).toEqual(before);
});
