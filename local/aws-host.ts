/** The domains under which AWS answers API calls. Only these are intercepted by the local cloud. */
export const AWS_DOMAINS = ['amazonaws.com', 'amazonaws.com.cn', 'api.aws'] as const;

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** Whether a host name belongs to an AWS API. */
export function isAwsHost(host: string): boolean {
  const name = withoutPort(host).toLowerCase();
  return AWS_DOMAINS.some((domain) => name.endsWith(`.${domain}`));
}

/**
 * The service that a host name stands for, in SigV4 spelling where the two agree: `sts` of
 * `sts.eu-west-1.amazonaws.com`, `s3` of `my-bucket.s3.eu-west-1.amazonaws.com`.
 *
 * Only for calls without a signature; the signature's own service name is the better source.
 */
export function serviceOfHost(host: string): string | undefined {
  const labels = labelsBeforeDomain(host).filter((label) => !REGION.test(label) && label !== 'dualstack');
  const last = labels.at(-1);
  if (last === undefined) return undefined;
  if (last.startsWith('s3-control')) return 's3-control';
  // The oldest S3 names join the region to the service: `bucket.s3-eu-west-1.amazonaws.com`.
  if (last.startsWith('s3-') && REGION.test(last.slice('s3-'.length))) return 's3';
  return last.replace(/-fips$/, '');
}

/** The region named in a host, if it names one. */
export function regionOfHost(host: string): string | undefined {
  for (const label of labelsBeforeDomain(host)) {
    if (REGION.test(label)) return label;
    const joined = label.replace(/^s3-/, '');
    if (joined !== label && REGION.test(joined)) return joined;
  }
  return undefined;
}

function labelsBeforeDomain(host: string): string[] {
  const name = withoutPort(host).toLowerCase();
  const domain = AWS_DOMAINS.find((candidate) => name.endsWith(`.${candidate}`));
  return domain === undefined ? [] : name.slice(0, -domain.length - 1).split('.');
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
