import type { PolicyStatement } from '../iam/policy-document';

/**
 * Key policy statement that lets rules of EventBridge send to an SNS topic that the key encrypts. It has no
 * condition: SNS takes neither `aws:SourceAccount` nor `aws:SourceArn` from EventBridge for a topic that is encrypted,
 * and drops the message where nobody looks. What may publish is for the topic's policy to say, so the key should
 * encrypt nothing but that topic.
 *
 * Source: "Key management" of SNS, event sources of AWS services
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html).
 */
export function eventBridgeAccess(): PolicyStatement {
  return {
    Sid: 'EventBridgeSendsToTopics',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    // In a key policy `*` is the key itself.
    Resource: '*',
  };
}
