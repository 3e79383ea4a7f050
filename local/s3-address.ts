import type { AwsRequest } from './aws-call';

/** The bucket and the object that an S3 call is about. */
export interface S3Address {
  readonly bucket?: string;
  /** Still percent-encoded; empty when the call is about the bucket. */
  readonly key: string;
}

/** `s3`, `s3.eu-west-1`, `s3-eu-west-1`, `s3.dualstack.eu-west-1`, each with the bucket before it or not. */
const S3_HOST = /^(?:(.+)\.)?s3(?:-fips)?(?:[.-](?:dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/;

/**
 * Reads an address in either style that S3 understands: the bucket in the host, or first in the path.
 *
 * Source: "Virtual hosting of general purpose buckets"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html).
 */
export function s3Address({ host, path }: Pick<AwsRequest, 'host' | 'path'>): S3Address {
  const [pathname = '/'] = path.split('?', 1);
  const bucketInHost = S3_HOST.exec(host.replace(/:\d+$/, '').toLowerCase())?.[1];
  if (bucketInHost !== undefined) return { bucket: bucketInHost, key: pathname.slice(1) };
  const [bucket = '', ...key] = pathname.slice(1).split('/');
  return bucket === '' ? { key: '' } : { bucket: decodeURIComponent(bucket), key: key.join('/') };
}
