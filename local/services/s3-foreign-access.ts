import type { AccountDirectory } from '../account-directory';
import { type AwsCall, header } from '../aws-call';
import { ServiceError } from '../aws-error';
import type { BucketMemory } from '../bucket-memory';
import { readBucketPolicy } from '../bucket-policy';
import { allows, type S3Access } from '../bucket-policy-decision';
import type { LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';
import { s3Address } from '../s3-address';
import { s3Conditions, s3DataAction } from '../s3-data-call';

/**
 * Lets calls on objects from outside the account of a bucket through only if the bucket's policy allows them.
 * Their own account's policies are taken to allow everything, and so are all policies inside the account of the
 * bucket: nobody evaluates IAM here.
 *
 * Source: "How Amazon S3 authorizes a request", for an object operation
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html).
 */
export function s3ForeignAccess(buckets: BucketMemory, accounts: AccountDirectory): LocalService {
  const check = (name: string, access: S3Access): void => {
    const { policy } = buckets.of(name);
    if (policy !== undefined && allows(readBucketPolicy(policy, name), access)) return;
    const message = `User: ${access.principal} is not authorized to perform: ${access.action} on resource: "${access.resource}" because no resource-based policy allows the ${access.action} action`;
    throw new ServiceError({ code: 'AccessDenied', status: 403, message });
  };
  return {
    name: 's3-foreign-access',
    // Keys of IAM users are known to moto alone, and so is whose they are.
    handles: (call) => s3DataAction(call) !== undefined && call.accessKeyId?.startsWith('AKIA') !== true,
    async answer(call, moto) {
      const principal = accounts.principalOf(call);
      const context = s3Conditions(call, principal);
      for (const { bucket, key, action } of touched(call)) {
        if (!(await isForeign(bucket, call, moto, buckets))) continue;
        const resource = `arn:aws:s3:::${bucket}${key === '' ? '' : `/${key}`}`;
        check(bucket, { principal, action, resource, context });
      }
      return moto.forward(call);
    },
  };
}

/** What a call works on: a copy also reads where it copies from, and a deletion of many names its objects. */
function touched(call: AwsCall): { bucket: string; key: string; action: string }[] {
  const { bucket = '', key } = s3Address(call);
  const action = s3DataAction(call) ?? '';
  const source = header(call, 'x-amz-copy-source')?.replace(/^\//, '').replace(/\?.*$/s, '');
  const [sourceBucket = '', ...sourceKey] = decodeURIComponent(source ?? '').split('/');
  const keys =
    call.method === 'POST' && key === '' ? deletedKeys(call.body.toString()) : [decodeURIComponent(key)];
  return [
    ...keys.map((each) => ({ bucket, key: each, action })),
    ...(source === undefined
      ? []
      : [{ bucket: sourceBucket, key: sourceKey.join('/'), action: 's3:GetObject' }]),
  ];
}

function deletedKeys(body: string): string[] {
  return [...body.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
}

/** False for a bucket that nobody has: moto then says so. */
async function isForeign(
  bucket: string,
  call: AwsCall,
  moto: MotoClient,
  buckets: BucketMemory,
): Promise<boolean> {
  const remembered = buckets.of(bucket);
  if (remembered.owner === undefined) {
    const own = await moto.rest('s3', 'GET', '/', '', call);
    if (own.body.toString().includes(`<Name>${bucket}</Name>`)) remembered.owner = call.account;
    else return (await moto.rest('s3', 'HEAD', `/${bucket}`, '', call)).status !== 404;
  }
  return remembered.owner !== call.account;
}
