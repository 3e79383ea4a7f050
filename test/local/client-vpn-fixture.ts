import { setTimeout } from 'node:timers/promises';
import { CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call } from './boto3';
import type { CloudUnderTest } from './cloud-under-test';
import { samlMetadata, type ServerCertificate, serverCertificate } from './server-certificate';

/** What an endpoint needs before it is made. */
export interface ClientVpnPrerequisites {
  readonly server: ServerCertificate;
  readonly certificateArn: string;
  /** Of IAM Identity Center. */
  readonly samlProviderArn: string;
  /** Of somebody else. */
  readonly otherProviderArn: string;
}

export async function clientVpnPrerequisites(local: CloudUnderTest): Promise<ClientVpnPrerequisites> {
  const server = await serverCertificate();
  const certificateArn = await imported(local, server);
  const provider = (Name: string, entityId?: string) =>
    ['create_saml_provider', { Name, SAMLMetadataDocument: samlMetadata(server.chain, entityId) }] as const;
  const [own, other] = await boto3(local, 'iam', [
    provider('identity-center'),
    provider('other', 'https://idp.example.org/metadata'),
  ]);
  await boto3(local, 'logs', [
    ['create_log_group', { logGroupName: '/vpn' }],
    ['create_log_stream', { logGroupName: '/vpn', logStreamName: 'connections' }],
  ]);
  const arnOf = (called: typeof own) => String(called?.output?.SAMLProviderArn);
  return { server, certificateArn, samlProviderArn: arnOf(own), otherProviderArn: arnOf(other) };
}

/** Imports a certificate into ACM and gives its ARN. */
export async function imported(local: CloudUnderTest, server: ServerCertificate): Promise<string> {
  const { output } = await boto3Call(local, 'acm', 'import_certificate', {
    Certificate: server.certificate,
    PrivateKey: server.privateKey,
    CertificateChain: server.chain,
  });
  return String(output?.CertificateArn);
}

/** A request for an endpoint whose clients sign in at IAM Identity Center. */
export function federatedEndpoint(given: ClientVpnPrerequisites) {
  return {
    ClientCidrBlock: '172.30.0.0/20',
    ServerCertificateArn: given.certificateArn,
    AuthenticationOptions: [
      {
        Type: 'federated-authentication' as const,
        FederatedAuthentication: { SAMLProviderArn: given.samlProviderArn },
      },
    ],
    ConnectionLogOptions: { Enabled: false },
  };
}

/** A VPC with a subnet in each of two zones, and two more in the first one. */
export async function vpcWithSubnets(local: CloudUnderTest, base = '10.99') {
  const ec2 = new EC2Client(awsClientConfig(local.cloud));
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: `${base}.0.0/16` }));
  const VpcId = Vpc?.VpcId ?? '';
  const subnet = async (zone: string, range: string) => {
    const input = { VpcId, CidrBlock: `${base}.${range}`, AvailabilityZone: `eu-west-1${zone}` };
    return (await ec2.send(new CreateSubnetCommand(input))).Subnet?.SubnetId ?? '';
  };
  return {
    VpcId,
    first: await subnet('a', '0.0/24'),
    second: await subnet('b', '1.0/24'),
    sameZone: await subnet('a', '2.0/24'),
    tiny: await subnet('c', '3.0/28'),
  };
}

/** Waits until something holds, up to ten seconds. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await holds()) return;
    await setTimeout(100);
  }
  throw new Error('it has not come to hold within ten seconds');
}
