import type { AwsCall } from './aws-call';
import type { ConnectionLog } from './client-vpn-settings';
import { invalidEc2Value } from './ec2-form';
import type { MotoClient } from './moto-client';

interface Certificate {
  readonly DomainName?: string;
  readonly KeyAlgorithm: string;
  readonly Status: string;
  readonly SubjectAlternativeNames?: readonly string[];
}

/** Client VPN knows RSA keys of these two sizes only. */
const KEY_ALGORITHMS = ['RSA_1024', 'RSA_2048'];

/**
 * A certificate that Client VPN takes: in ACM, of the endpoint's own account and region, issued, and of a key
 * that it knows.
 *
 * Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/mutual.html
 */
export async function usableCertificate(arn: string, call: AwsCall, moto: MotoClient): Promise<Certificate> {
  const { Certificate: certificate } = await moto
    .ask<{ Certificate?: Certificate }>(
      'acm',
      'CertificateManager.DescribeCertificate',
      { CertificateArn: arn },
      call,
    )
    .catch((): { Certificate?: Certificate } => ({}));
  if (certificate === undefined) throw invalidEc2Value(`Certificate ${arn} does not exist`);
  if (certificate.Status !== 'ISSUED')
    throw invalidEc2Value(`Certificate ${arn} is not issued. Its status is ${certificate.Status}`);
  if (!KEY_ALGORITHMS.includes(certificate.KeyAlgorithm))
    throw invalidEc2Value(
      `Certificate ${arn} has the key algorithm ${certificate.KeyAlgorithm}. Valid values: ${KEY_ALGORITHMS.join(', ')}`,
    );
  return certificate;
}

/**
 * A server's certificate must be for a domain: a common name that is one, or a subject alternative name.
 *
 * Source of the error: https://github.com/cloudposse/terraform-aws-ec2-client-vpn/issues/57
 */
export async function usableServerCertificate(arn: string, call: AwsCall, moto: MotoClient): Promise<void> {
  if (domainOf(await usableCertificate(arn, call, moto)) === undefined)
    throw invalidEc2Value(`Certificate ${arn} does not have a domain`);
}

/** The name that a server's certificate is for. */
export function domainOf({ DomainName, SubjectAlternativeNames = [] }: Certificate): string | undefined {
  return DomainName?.includes('.') === true ? DomainName : SubjectAlternativeNames[0];
}

/** The certificates, as PEM, that the issuer of a server's certificate is proven by. */
export async function certificateChain(arn: string, call: AwsCall, moto: MotoClient): Promise<string> {
  const { Certificate: own, CertificateChain: chain } = await moto.ask<{
    Certificate: string;
    CertificateChain?: string;
  }>('acm', 'CertificateManager.GetCertificate', { CertificateArn: arn }, call);
  // A certificate that signed itself has no chain: it is its own issuer.
  return (chain?.trim() ? chain : own).trim();
}

/** The log group, and the stream if one is named, must be there before connections are logged to it. */
export async function checkConnectionLog(log: ConnectionLog, call: AwsCall, moto: MotoClient): Promise<void> {
  if (!log.isEnabled) return;
  const { logGroups } = await moto.ask<{ logGroups: { logGroupName: string }[] }>(
    'logs',
    'Logs_20140328.DescribeLogGroups',
    { logGroupNamePrefix: log.group },
    call,
  );
  if (!logGroups.some(({ logGroupName }) => logGroupName === log.group))
    throw invalidEc2Value(`Cloudwatch log group ${log.group} does not exist`);
  if (log.stream === undefined) return;
  const { logStreams } = await moto.ask<{ logStreams: { logStreamName: string }[] }>(
    'logs',
    'Logs_20140328.DescribeLogStreams',
    { logGroupName: log.group, logStreamNamePrefix: log.stream },
    call,
  );
  if (!logStreams.some(({ logStreamName }) => logStreamName === log.stream))
    throw invalidEc2Value(`Cloudwatch log stream ${log.stream} does not exist in log group ${log.group}`);
}

export async function directoryExists(id: string, call: AwsCall, moto: MotoClient): Promise<boolean> {
  return moto
    .ask('ds', 'DirectoryService_20150416.DescribeDirectories', { DirectoryIds: [id] }, call)
    .then(() => true)
    .catch(() => false);
}
