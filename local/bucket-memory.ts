import type { AwsCall } from './aws-call';
import { ServiceError } from './aws-error';
import type { MotoClient } from './moto-client';
import { s3Address } from './s3-address';

/** What the local cloud knows about a bucket and moto does not. */
export interface RememberedBucket {
  /** Account that the bucket belongs to, once it has shown itself. */
  owner?: string;
  /** The policy document, letter by letter. */
  policy?: string;
  /** The `LoggingEnabled` element, as it was sent. */
  logging?: string;
}

/** Remembers buckets by name: a name is given once in all accounts. */
export class BucketMemory {
  private readonly buckets = new Map<string, RememberedBucket>();

  of(bucket: string): RememberedBucket {
    let remembered = this.buckets.get(bucket);
    if (remembered === undefined) this.buckets.set(bucket, (remembered = {}));
    return remembered;
  }

  forget(bucket: string): void {
    this.buckets.delete(bucket);
  }
}

/** The bucket that a call is about; refuses one that is not there as S3 does. */
export async function existingBucket(call: AwsCall, moto: MotoClient): Promise<string> {
  const bucket = s3Address(call).bucket ?? '';
  if (await bucketExists(bucket, call, moto)) return bucket;
  const message = 'The specified bucket does not exist';
  throw new ServiceError({ code: 'NoSuchBucket', status: 404, message });
}

export async function bucketExists(bucket: string, call: AwsCall, moto: MotoClient): Promise<boolean> {
  return (await moto.rest('s3', 'HEAD', `/${bucket}`, '', call)).status !== 404;
}

/** Answers S3 gives in XML, or without a body. */
export function s3Answer(status: number, body = '', type = 'application/xml') {
  return { status, headers: { 'content-type': type }, body: Buffer.from(body) };
}

/** An XML document of S3's with one element around what is in it. */
export function s3Document(element: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${element}>`;
}
