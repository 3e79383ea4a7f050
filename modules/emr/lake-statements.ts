import type { PolicyStatement } from '../iam/policy-document';

/** Part of a bucket. */
export interface BucketPrefix {
  readonly bucketArn: string;
  /** Ends in a slash. */
  readonly prefix: string;
}

/** Reads, and so may list, parts of buckets. */
export function readStatements(prefixes: readonly BucketPrefix[]): PolicyStatement[] {
  if (prefixes.length === 0) return [];
  return [
    ...byBucket(prefixes).flatMap(([bucketArn, own], index): PolicyStatement[] => [
      {
        Sid: `ListOwnPrefixes${index + 1}`,
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: bucketArn,
        Condition: { StringLike: { 's3:prefix': own.map((prefix) => `${prefix}*`) } },
      },
      {
        // Whether the folder `a/b/` is there may also be asked for as `a/b`, as `aws s3 ls` does. That lists
        // what begins alike too, such as `a/b-secret/`; with the delimiter S3 answers with names of such folders and
        // files right beside the own folder, and never with what is in a folder ("Organizing objects using prefixes",
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-prefixes.html).
        Sid: `FindOwnPrefixes${index + 1}`,
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: bucketArn,
        Condition: {
          StringEquals: { 's3:prefix': own.map((prefix) => prefix.slice(0, -1)), 's3:delimiter': '/' },
        },
      },
    ]),
    {
      Sid: 'FindBuckets',
      Effect: 'Allow',
      Action: 's3:GetBucketLocation',
      Resource: byBucket(prefixes).map(([bucketArn]) => bucketArn),
    },
    {
      Sid: 'ReadObjects',
      Effect: 'Allow',
      Action: 's3:GetObject',
      // S3A, which EMR reads with since 7.10, takes `a/b/` for `a/b` and first asks whether that is an object. To
      // who may not read it S3 says 403 and not 404, and the job ends there ("HeadObject", permissions,
      // https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html; "Migration Guide: EMRFS to S3A
      // Filesystem", https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-s3a-migrate.html).
      Resource: prefixes.flatMap((place) => [objectsOf(place), folderOf(place)]),
    },
  ];
}

/**
 * Writes and deletes in parts of buckets; to be used together with `readStatements` of the same prefixes.
 *
 * `_$folder$` are the markers with which EMR's file system notes an empty folder, beside the folder.
 */
export function writeStatements(prefixes: readonly BucketPrefix[]): PolicyStatement[] {
  if (prefixes.length === 0) return [];
  return [
    {
      Sid: 'WriteObjects',
      Effect: 'Allow',
      Action: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:ListMultipartUploadParts',
        's3:PutObject',
      ],
      Resource: prefixes.flatMap((place) => [objectsOf(place), folderMarkerOf(place)]),
    },
  ];
}

function objectsOf({ bucketArn, prefix }: BucketPrefix): string {
  return `${bucketArn}/${prefix}*`;
}

/** The folder itself, as if it were an object. */
function folderOf({ bucketArn, prefix }: BucketPrefix): string {
  return `${bucketArn}/${prefix.slice(0, -1)}`;
}

function folderMarkerOf(place: BucketPrefix): string {
  return `${folderOf(place)}_$folder$`;
}

/** Prefixes of each bucket, each once, buckets in the order in which they first appear. */
function byBucket(prefixes: readonly BucketPrefix[]): [string, string[]][] {
  const buckets = new Map<string, Set<string>>();
  for (const { bucketArn, prefix } of prefixes) {
    buckets.set(bucketArn, (buckets.get(bucketArn) ?? new Set()).add(prefix));
  }
  return [...buckets].map(([bucketArn, own]) => [bucketArn, [...own]]);
}
