import { type AwsCall, header, queryOf } from './aws-call';
import { s3Address } from './s3-address';

/** Names in a query that are no part of what is asked: statistics and signatures of SDKs. */
const NO_PART = /^(?:x-id|x-amz-(?!.*-copy)[\w-]+|response-[\w-]+)$/i;

/**
 * The IAM action that a call on objects needs, and undefined for all other calls, such as those about settings
 * of a bucket.
 *
 * Source: "Required permissions for Amazon S3 API operations"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html).
 */
export function s3DataAction(call: AwsCall): string | undefined {
  const { bucket, key } = s3Address(call);
  if (call.service !== 's3' || bucket === undefined) return undefined;
  const query = new Set([...queryOf(call).keys()].filter((name) => !NO_PART.test(name)));
  return key === '' ? bucketAction(call.method, query) : objectAction(call.method, query);
}

const LISTING = ['list-type', 'prefix', 'delimiter', 'max-keys', 'marker', 'start-after', 'continuation-token', 'encoding-type', 'fetch-owner']; // prettier-ignore

function bucketAction(method: string, query: ReadonlySet<string>): string | undefined {
  const has = (name: string) => query.has(name);
  if (method === 'POST') return has('delete') ? 's3:DeleteObject' : undefined;
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (has('uploads')) return 's3:ListBucketMultipartUploads';
  if (has('versions')) return 's3:ListBucketVersions';
  return [...query].every((name) => LISTING.includes(name)) ? 's3:ListBucket' : undefined;
}

function objectAction(method: string, query: ReadonlySet<string>): string | undefined {
  const only = (...names: string[]) => [...query].every((name) => names.includes(name));
  const version = query.has('versionId') ? 'Version' : '';
  switch (method) {
    case 'GET':
    case 'HEAD':
      if (query.has('uploadId')) return 's3:ListMultipartUploadParts';
      return only('versionId', 'partNumber') ? `s3:GetObject${version}` : undefined;
    case 'PUT':
      return only('partNumber', 'uploadId') ? 's3:PutObject' : undefined;
    case 'POST':
      return only('uploads', 'uploadId') ? 's3:PutObject' : undefined;
    case 'DELETE':
      if (query.has('uploadId')) return 's3:AbortMultipartUpload';
      return only('versionId') ? `s3:DeleteObject${version}` : undefined;
    default:
      return undefined;
  }
}

/** Condition keys of such a call that bucket policies ask for, by their lower-case name. */
export function s3Conditions(call: AwsCall, principal: string): Map<string, string> {
  const query = queryOf(call);
  const known: [string, string | null | undefined][] = [
    // Clients reach the local cloud through TLS only.
    ['aws:securetransport', 'true'],
    ['aws:principalarn', principal],
    ['aws:principalaccount', call.account],
    ['s3:prefix', query.get('prefix')],
    ['s3:delimiter', query.get('delimiter')],
    ['s3:max-keys', query.get('max-keys')],
    ...[
      'x-amz-acl',
      'x-amz-server-side-encryption',
      'x-amz-server-side-encryption-aws-kms-key-id',
      'x-amz-storage-class',
    ].map((name): [string, string | undefined] => [`s3:${name}`, header(call, name)]),
  ];
  return new Map(known.flatMap(([key, value]) => (value == null ? [] : [[key, value]])));
}
