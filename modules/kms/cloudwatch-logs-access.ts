import type { PolicyStatement } from '../iam/policy-document';

export interface CloudWatchLogsAccessProps {
  readonly accountId: string;
  readonly region: string;
  /**
   * Names of the log groups, with `*` for any text, such as `airflow-*`.
   *
   * @default '*'
   */
  readonly logGroups?: string;
}

/**
 * Key policy statement that lets CloudWatch Logs encrypt log groups of one account and region, and those
 * only: the encryption context names the log group.
 *
 * Source: "Encrypt log data in CloudWatch Logs using AWS KMS"
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html).
 */
export function cloudWatchLogsAccess(props: CloudWatchLogsAccessProps): PolicyStatement {
  return {
    Sid: 'CloudWatchLogsEncryptsLogGroups',
    Effect: 'Allow',
    Principal: { Service: `logs.${props.region}.amazonaws.com` },
    Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
    // In a key policy `*` is the key itself.
    Resource: '*',
    Condition: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:${props.region}:${props.accountId}:log-group:${props.logGroups ?? '*'}`,
      },
    },
  };
}
