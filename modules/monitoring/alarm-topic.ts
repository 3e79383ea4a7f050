import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyConditions, type PolicyStatement } from '../iam/policy-document';

/** The one service that may publish to a topic, and on whose behalf. */
export interface TopicPublisher {
  /** Names the statement; letters and digits. */
  readonly sid: string;
  /** Service principal, such as `cloudwatch.amazonaws.com`. */
  readonly service: string;
  /** What the service must act for: it works for every account of AWS under one name. */
  readonly condition: PolicyConditions;
}

export interface AlarmTopicProps {
  readonly provider: TerraformProvider;
  /** Name of the topic; also the sender's name in mails, of which SNS shows 100 characters. */
  readonly name: string;
  readonly publisher: TopicPublisher;
  /** Key that encrypts messages; its policy must admit the publisher (`cloudWatchAlarmsAccess`, `eventBridgeAccess`). */
  readonly kmsKeyArn: string;
  /** E-mail addresses, each once. AWS asks each for confirmation first. */
  readonly subscribers: readonly string[];
}

export interface AlarmsPublishProps {
  readonly accountId: string;
  readonly region: string;
}

/** An encrypted SNS topic to which one service publishes, and nothing else does, and that tells people by e-mail. */
export class AlarmTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { provider, name, kmsKeyArn, publisher, subscribers } = props;
    const topic = new SnsTopic(this, 'topic', {
      provider,
      name,
      displayName: name,
      kmsMasterKeyId: kmsKeyArn,
      tags: { Name: name },
    });
    const policy = new SnsTopicPolicy(this, 'policy', {
      provider,
      arn: topic.arn,
      policy: policyDocument(statements(topic.arn, publisher)),
    });
    for (const address of subscribers) {
      new SnsTopicSubscription(this, `subscription-${address.toLowerCase()}`, {
        provider,
        topicArn: topic.arn,
        protocol: 'email',
        endpoint: address,
        // Nobody subscribes to a topic to which others could still publish.
        dependsOn: [policy],
      });
    }
    this.arn = topic.arn;
  }
}

/**
 * Alarms of one account and region.
 *
 * Source: "Example cases for Amazon SNS access control"
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html).
 */
export function alarmsPublish({ accountId, region }: AlarmsPublishProps): TopicPublisher {
  return {
    sid: 'AlarmsOfThisAccountPublish',
    service: 'cloudwatch.amazonaws.com',
    condition: {
      StringEquals: { 'aws:SourceAccount': accountId },
      ArnLike: { 'aws:SourceArn': `arn:aws:cloudwatch:${region}:${accountId}:alarm:*` },
    },
  };
}

/**
 * Source: "Amazon SNS security best practices"
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html).
 */
function statements(topicArn: string, { sid, service, condition }: TopicPublisher): PolicyStatement[] {
  return [
    {
      // Replaces the policy a topic is born with, by which everybody in the account may publish and subscribe.
      Sid: sid,
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 'sns:Publish',
      Resource: topicArn,
      Condition: condition,
    },
    {
      Sid: 'OnlyOverTls',
      Effect: 'Deny',
      Principal: '*',
      Action: 'sns:Publish',
      Resource: topicArn,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ];
}
