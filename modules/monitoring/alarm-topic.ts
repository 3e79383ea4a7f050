import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';

export interface AlarmTopicProps {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly region: string;
  /** Name of the topic; also the sender's name in mails, of which SNS shows 100 characters. */
  readonly name: string;
  /** Key that encrypts messages; its policy must admit CloudWatch alarms (`cloudWatchAlarmsAccess`). */
  readonly kmsKeyArn: string;
  /** E-mail addresses, each once. AWS asks each for confirmation first. */
  readonly subscribers: readonly string[];
}

/** An encrypted SNS topic to which the alarms of its account and region publish, and nothing else does. */
export class AlarmTopic extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { provider, name, kmsKeyArn, subscribers } = props;
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
      policy: policyDocument(statements(topic.arn, props)),
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
 * Sources: "Amazon SNS security best practices"
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html), "Example cases for Amazon SNS
 * access control" (https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html).
 */
function statements(topicArn: string, { accountId, region }: AlarmTopicProps): PolicyStatement[] {
  return [
    {
      // Replaces the policy a topic is born with, by which everybody in the account may publish and subscribe.
      Sid: 'AlarmsOfThisAccountPublish',
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: topicArn,
      Condition: {
        StringEquals: { 'aws:SourceAccount': accountId },
        ArnLike: { 'aws:SourceArn': `arn:aws:cloudwatch:${region}:${accountId}:alarm:*` },
      },
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
