import { readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { AWS_DOMAINS, isAwsHost } from './aws-host';
import { certificatePath, outputFolder } from './cloud-files';
import { LOCAL_ACCESS_KEY } from './moto-client';

/** The part of a cloud's record that its users need. */
export interface CloudAddress {
  readonly folder: string;
  readonly proxyPort: number;
}

/** Region of a command that names none itself. */
const DEFAULT_REGION = 'eu-west-1';

/**
 * Variables through which a real AWS account, or another emulator, could get into a command that is meant for
 * the local cloud.
 */
const LEADS_ELSEWHERE =
  /^AWS_(PROFILE|DEFAULT_PROFILE|SESSION_TOKEN|SECURITY_TOKEN|CREDENTIAL_EXPIRATION|ROLE_ARN|ROLE_SESSION_NAME|WEB_IDENTITY_TOKEN_FILE|CONTAINER_.*|ENDPOINT_URL.*|USE_FIPS_ENDPOINT)$|^TF_AWS_/;

/**
 * The environment that points every AWS client of a command at a local cloud: Terraform and its provider,
 * cdktf, the AWS CLI, boto3 and whatever else honours HTTPS_PROXY. Nothing but variables, so what is
 * synthesised and deployed stays what goes to AWS.
 */
export async function cloudEnvironment(
  cloud: CloudAddress,
  base: NodeJS.ProcessEnv = process.env,
): Promise<NodeJS.ProcessEnv> {
  const proxy = `http://127.0.0.1:${cloud.proxyPort}`;
  const noProxy = withoutAwsHosts(base.NO_PROXY ?? base.no_proxy ?? '');
  const emptyConfig = path.join(cloud.folder, 'aws-config');
  const nodeBundle = path.join(cloud.folder, 'node-ca.pem');
  await Promise.all([
    writeFileAtomic(emptyConfig, ''),
    writeNodeBundle(nodeBundle, cloud.folder, base.NODE_EXTRA_CA_CERTS),
  ]);

  const region = base.AWS_REGION ?? base.AWS_DEFAULT_REGION ?? DEFAULT_REGION;
  return {
    ...Object.fromEntries(Object.entries(base).filter(([name]) => !LEADS_ELSEWHERE.test(name))),
    LZ_LOCAL_CLOUD: '1',
    // Plain HTTP needs no proxy: AWS is HTTPS throughout, and HTTP_PROXY would only catch others' traffic.
    HTTPS_PROXY: proxy,
    https_proxy: proxy,
    NO_PROXY: noProxy,
    no_proxy: noProxy,
    // Only AWS clients read the first; Node adds the second to the roots it has, so other hosts stay trusted.
    AWS_CA_BUNDLE: certificatePath(cloud.folder),
    NODE_EXTRA_CA_CERTS: nodeBundle,
    AWS_ACCESS_KEY_ID: LOCAL_ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: LOCAL_ACCESS_KEY,
    // The user's profiles must not be reachable, not even by a provider block that names one.
    AWS_CONFIG_FILE: emptyConfig,
    AWS_SHARED_CREDENTIALS_FILE: emptyConfig,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: base.AWS_DEFAULT_REGION ?? region,
    // Nothing here gets better by asking again.
    AWS_MAX_ATTEMPTS: '2',
    AWS_PAGER: '',
    // cdktf's own output folder and, through the state path in every stack, the state beside it: both live and
    // die with the emulator.
    CDKTF_OUTPUT: outputFolder(cloud.folder),
    CHECKPOINT_DISABLE: '1',
    DISABLE_VERSION_CHECK: '1',
    // Terraform and its provider read 1,500 schemas at every start, which keeps Go's collector busy; the default of 100
    // (https://go.dev/doc/gc-guide#GOGC) took a fifth more processor time for the same demo than this.
    GOGC: base.GOGC ?? '400',
  };
}

/** NO_PROXY without what would lead AWS calls past the proxy; loopback addresses are always direct. */
export function withoutAwsHosts(noProxy: string): string {
  const kept = noProxy
    .split(/[\s,]+/)
    .filter(
      (entry) => entry !== '' && entry !== '*' && !coversAws(entry.replace(/^\*?\.?/, '').toLowerCase()),
    );
  return [...new Set([...kept, '127.0.0.1', 'localhost', '::1'])].join(',');
}

/** An entry covers a domain and all below it, so `com` covers AWS as much as `s3.amazonaws.com` does. */
function coversAws(domain: string): boolean {
  return isAwsHost(`x.${domain}`) || AWS_DOMAINS.some((aws) => aws === domain || aws.endsWith(`.${domain}`));
}

/** Node takes one file of extra roots: ours, and after it what the user has set already. */
async function writeNodeBundle(file: string, folder: string, previous: string | undefined): Promise<void> {
  const ours = await readFile(certificatePath(folder), 'utf8');
  const theirs = previous === undefined ? '' : await readFile(previous, 'utf8').catch(() => '');
  await writeFileAtomic(file, `${ours.trimEnd()}\n${theirs}`);
}
