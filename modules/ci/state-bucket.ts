import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { KmsKey } from '../kms/kms-key';
import { Bucket } from '../s3/bucket';
import { ALIAS_CHANGES, KEY_CHANGES } from './key-statements';
import { STATE_STACK_KEY } from './state-statements';

export interface StateBucketProps {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  /** Unique among all buckets of AWS. */
  readonly name: string;
  /** Alias of the key, without `alias/`. */
  readonly keyAlias: string;
  /** ARNs of roles that may never write. They need not exist. */
  readonly readers: readonly string[];
  /** ARNs of roles that may never touch old versions, the state of this bucket, or its key. They need not exist. */
  readonly pipelines: readonly string[];
}

/**
 * Days for which versions of a state are kept once they are no longer the newest: a mistake in a stage that is deployed
 * once a quarter is found within a year.
 */
const KEPT_VERSIONS_DAYS = 365;

/** The bucket that Terraform's state is in: versioned, encrypted with a key of its own, private. */
export class StateBucket extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    const { provider, accountId } = props;
    const key = new KmsKey(this, 'key', {
      provider,
      accountId,
      alias: props.keyAlias,
      description: 'State of Terraform',
      refusals: [
        {
          Sid: 'PipelinesLeaveTheKey',
          Effect: 'Deny',
          Principal: '*',
          Action: [...KEY_CHANGES, ...ALIAS_CHANGES],
          // In a key policy `*` is the key itself.
          Resource: '*',
          Condition: { ArnEquals: { 'aws:PrincipalArn': [...props.pipelines] } },
        },
      ],
    });
    const bucket = new Bucket(this, 'bucket', {
      provider,
      name: props.name,
      kmsKeyArn: key.arn,
      lifecycle: { noncurrentDays: KEPT_VERSIONS_DAYS, incompleteUploadDays: 7 },
      isDisposable: false,
      statements: (bucketArn) => [
        {
          Sid: 'PlansWriteNothing',
          Effect: 'Deny',
          Principal: '*',
          Action: ['s3:DeleteObject', 's3:PutObject'],
          Resource: `${bucketArn}/*`,
          Condition: { ArnEquals: { 'aws:PrincipalArn': [...props.readers] } },
        },
        {
          Sid: 'PipelinesKeepHistory',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:DeleteObjectVersion',
          Resource: `${bucketArn}/*`,
          Condition: { ArnEquals: { 'aws:PrincipalArn': [...props.pipelines] } },
        },
        {
          Sid: 'PipelinesLeaveThisBucketsState',
          Effect: 'Deny',
          Principal: '*',
          Action: ['s3:DeleteObject', 's3:PutObject'],
          Resource: `${bucketArn}/${STATE_STACK_KEY}`,
          Condition: { ArnEquals: { 'aws:PrincipalArn': [...props.pipelines] } },
        },
      ],
    });
    this.name = bucket.name;
  }
}
