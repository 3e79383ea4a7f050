import { type AwsCall, queryOf } from '../aws-call';
import { ServiceError } from '../aws-error';
import { type BucketMemory, existingBucket, s3Answer, s3Document } from '../bucket-memory';
import { isPublic, readBucketPolicy } from '../bucket-policy';
import type { LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';
import { s3Address } from '../s3-address';

/**
 * Keeps bucket policies, letter by letter, and never hands them to moto: it would evaluate them without their
 * conditions, so that a policy that denies plain HTTP would deny everything.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
 */
export function s3BucketPolicy(buckets: BucketMemory): LocalService {
  return {
    name: 's3-bucket-policy',
    handles: (call) => call.service === 's3' && isAboutPolicy(call),
    async answer(call, moto) {
      const name = await existingBucket(call, moto);
      const bucket = buckets.of(name);
      if (call.method === 'PUT') {
        bucket.policy = await acceptedPolicy(call, moto, name);
        return s3Answer(204);
      }
      if (call.method === 'DELETE') {
        bucket.policy = undefined;
        return s3Answer(204);
      }
      if (bucket.policy === undefined) throw noSuchPolicy();
      if (!queryOf(call).has('policyStatus')) return s3Answer(200, bucket.policy, 'application/json');
      const status = isPublic(readBucketPolicy(bucket.policy, name));
      return s3Answer(200, s3Document('PolicyStatus', `<IsPublic>${status}</IsPublic>`));
    },
  };
}

/** "Bucket policies are limited to 20 KB in size" (Amazon S3 endpoints and quotas); S3 counts without blanks. */
const MAX_POLICY_LENGTH = 20_480;

async function acceptedPolicy(call: AwsCall, moto: MotoClient, bucket: string): Promise<string> {
  const text = call.body.toString('utf8');
  const statements = readBucketPolicy(text, bucket);
  if (JSON.stringify(JSON.parse(text)).length > MAX_POLICY_LENGTH) {
    const message = `The policy must not exceed ${MAX_POLICY_LENGTH} bytes in size`;
    throw new ServiceError({ code: 'PolicyTooLarge', message });
  }
  if (isPublic(statements) && (await blocksPublicPolicies(call, moto, bucket))) {
    const message = `User: arn:aws:iam::${call.account}:root is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::${bucket}" because public policies are blocked by the BlockPublicPolicy block public access setting.`;
    throw new ServiceError({ code: 'AccessDenied', status: 403, message });
  }
  return text;
}

async function blocksPublicPolicies(call: AwsCall, moto: MotoClient, bucket: string): Promise<boolean> {
  const { status, body } = await moto.rest('s3', 'GET', `/${bucket}?publicAccessBlock`, '', call);
  return status === 200 && /<BlockPublicPolicy>true</i.test(body.toString());
}

function noSuchPolicy(): ServiceError {
  const message = 'The bucket policy does not exist';
  return new ServiceError({ code: 'NoSuchBucketPolicy', status: 404, message });
}

function isAboutPolicy(call: AwsCall): boolean {
  const query = queryOf(call);
  return (query.has('policy') || query.has('policyStatus')) && s3Address(call).key === '';
}
