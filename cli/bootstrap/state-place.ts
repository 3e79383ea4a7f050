import { HeadBucketCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { awsClient } from '../aws-client';
import { explained } from '../aws-refusal';
import { UserError } from '../user-error';

/** Object that the state of the bucket's own stack is in: the stack's id. */
export const STATE_KEY = 'state';

/** What is there of a bucket that state is kept in. */
export type StatePlace = 'nothing' | 'bucket' | 'state';

/**
 * Looks how far a bucket is.
 *
 * @returns `state` once the state of the bucket's own stack lies in it, which is when it is done
 * @throws UserError when somebody else has a bucket of that name, or AWS cannot be asked
 */
export async function statePlace(bucket: string, region: string): Promise<StatePlace> {
  const s3 = new S3Client(awsClient(region));
  const bucketIsThere = await isThere(
    s3.send(new HeadBucketCommand({ Bucket: bucket })),
    bucket,
    `to look for bucket ${bucket}`,
  );
  if (!bucketIsThere) return 'nothing';
  const stateIsThere = await isThere(
    s3.send(new HeadObjectCommand({ Bucket: bucket, Key: STATE_KEY })),
    bucket,
    `to look for the state in bucket ${bucket}`,
  );
  return stateIsThere ? 'state' : 'bucket';
}

async function isThere(asked: Promise<unknown>, bucket: string, purpose: string): Promise<boolean> {
  const answer = asked.then(
    () => true,
    (error: { $metadata?: { httpStatusCode?: number } }) => {
      const status = error.$metadata?.httpStatusCode;
      if (status === 404) return false;
      // A request that asks for the head only is refused without words.
      if (status === 403 || status === 301)
        throw new UserError(
          `there is a bucket ${bucket} already, in another account or region, or these credentials may not see it; choose another name in state.bucket of environments/organization.yaml`,
        );
      throw error;
    },
  );
  return explained(answer, purpose);
}
