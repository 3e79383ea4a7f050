import { type AwsCall, queryOf } from '../aws-call';
import { ServiceError } from '../aws-error';
import { type BucketMemory, bucketExists, existingBucket, s3Answer, s3Document } from '../bucket-memory';
import { mayDeliverLogs } from '../bucket-policy';
import type { LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';
import { s3Address } from '../s3-address';

/**
 * Server access logging. moto reads the target's policy to see whether S3 may write there, and breaks on a
 * policy that names anybody but services; it does not get the policies anyway.
 *
 * The policy is asked for here although S3 itself takes the setting without it and then delivers nothing: that
 * is a mistake nobody would notice.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html
 */
export function s3BucketLogging(buckets: BucketMemory): LocalService {
  return {
    name: 's3-bucket-logging',
    handles: (call) =>
      call.service === 's3' &&
      (call.method === 'GET' || call.method === 'PUT') &&
      queryOf(call).has('logging') &&
      s3Address(call).key === '',
    async answer(call, moto) {
      const bucket = buckets.of(await existingBucket(call, moto));
      if (call.method === 'PUT') {
        bucket.logging = await acceptedLogging(call, moto, buckets);
        return s3Answer(200);
      }
      return s3Answer(200, s3Document('BucketLoggingStatus', bucket.logging ?? ''));
    },
  };
}

/** The setting; undefined when logging is turned off. */
async function acceptedLogging(
  call: AwsCall,
  moto: MotoClient,
  buckets: BucketMemory,
): Promise<string | undefined> {
  const text = call.body.toString('utf8');
  if (!/<BucketLoggingStatus[\s/>]/.test(text)) throw malformed();
  const logging = /<LoggingEnabled>.*<\/LoggingEnabled>/s.exec(text)?.[0];
  if (logging === undefined) return undefined;
  const target = elementOf(logging, 'TargetBucket');
  // The model asks for both; a prefix may be empty.
  const prefix = elementOf(logging, 'TargetPrefix');
  if (!target || prefix === undefined) throw malformed();
  if (!(await bucketExists(target, call, moto)))
    throw invalidTarget('The target bucket for logging does not exist');
  if (!mayDeliverLogs(buckets.of(target).policy, target, prefix))
    throw invalidTarget(
      `the policy of ${target} does not let logging.s3.amazonaws.com put objects below ${prefix}`,
    );
  return logging;
}

function elementOf(xml: string, name: string): string | undefined {
  if (new RegExp(`<${name}\\s*/>`).test(xml)) return '';
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}

function malformed(): ServiceError {
  const message = 'The XML you provided was not well-formed or did not validate against our published schema';
  return new ServiceError({ code: 'MalformedXML', message });
}

function invalidTarget(message: string): ServiceError {
  return new ServiceError({ code: 'InvalidTargetBucketForLogging', message });
}
