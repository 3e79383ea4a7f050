import type { PolicyStatement } from '../iam/policy-document';

export interface CloudWatchAlarmsAccessProps {
  readonly accountId: string;
}

/**
 * Key policy statement that lets alarms of one account send to an SNS topic that the key encrypts. Without it
 * an alarm changes its state, and its action fails where nobody looks. AWS's own key for SNS cannot be used:
 * its policy does not admit CloudWatch, and cannot be changed.
 *
 * Sources: "Key management" of SNS, event sources of AWS services
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html), "Why didn't I receive an SNS
 * notification for my CloudWatch alarm trigger?"
 * (https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger).
 */
export function cloudWatchAlarmsAccess({ accountId }: CloudWatchAlarmsAccessProps): PolicyStatement {
  return {
    Sid: 'CloudWatchAlarmsSendToTopics',
    Effect: 'Allow',
    Principal: { Service: 'cloudwatch.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    // In a key policy `*` is the key itself.
    Resource: '*',
    // CloudWatch acts for every account of AWS under one name.
    Condition: { StringEquals: { 'aws:SourceAccount': accountId } },
  };
}
