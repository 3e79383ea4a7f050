import { type AwsCall, queryOf } from '../aws-call';
import type { BucketMemory } from '../bucket-memory';
import type { LocalService } from '../local-service';
import { s3Address } from '../s3-address';

/** Forgets what is remembered about a bucket when it is deleted: a new one of its name starts afresh. */
export function s3BucketDeletion(buckets: BucketMemory): LocalService {
  return {
    name: 's3-bucket-deletion',
    handles: (call) => call.service === 's3' && isBucketDeletion(call),
    async answer(call, moto) {
      const answer = await moto.forward(call);
      if (answer.status < 300) buckets.forget(s3Address(call).bucket ?? '');
      return answer;
    },
  };
}

function isBucketDeletion(call: AwsCall): boolean {
  // What the SDKs add for their own statistics is no part of the address.
  const parameters = [...queryOf(call).keys()].filter((name) => name !== 'x-id');
  return call.method === 'DELETE' && s3Address(call).key === '' && parameters.length === 0;
}
