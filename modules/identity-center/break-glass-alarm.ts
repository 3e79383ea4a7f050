import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { eventBridgeAccess } from '../kms/event-bridge-access';
import { KmsKey } from '../kms/kms-key';
import { AlarmTopic } from '../monitoring/alarm-topic';

export interface BreakGlassAlarmProps {
  /** Management account, in the region of IAM Identity Center: its events are told nowhere else. */
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly region: string;
  /** Name of the permission set. */
  readonly permissionSet: string;
  /** E-mail addresses that are told, each once. AWS asks each for confirmation first. */
  readonly subscribers: readonly string[];
}

/** Of rule and topic, and alias of the key. */
export const BREAK_GLASS_ALARM_NAME = 'break-glass';

/**
 * A mail each time that somebody takes credentials of a permission set, in the console or for the command line, in
 * whatever account.
 */
export class BreakGlassAlarm extends Construct {
  readonly topicArn: string;

  constructor(scope: Construct, id: string, props: BreakGlassAlarmProps) {
    super(scope, id);
    const { provider, accountId, region, permissionSet, subscribers } = props;
    const key = new KmsKey(this, 'key', {
      provider,
      accountId,
      alias: BREAK_GLASS_ALARM_NAME,
      description: `Messages about the use of ${permissionSet}`,
      serviceStatements: [eventBridgeAccess()],
    });
    const topic = new AlarmTopic(this, 'topic', {
      provider,
      name: BREAK_GLASS_ALARM_NAME,
      kmsKeyArn: key.arn,
      subscribers,
      publisher: {
        sid: 'BreakGlassRulePublishes',
        service: 'events.amazonaws.com',
        condition: {
          ArnEquals: {
            'aws:SourceArn': `arn:aws:events:${region}:${accountId}:rule/${BREAK_GLASS_ALARM_NAME}`,
          },
        },
      },
    });
    const rule = new CloudwatchEventRule(this, 'rule', {
      provider,
      name: BREAK_GLASS_ALARM_NAME,
      description: `Somebody takes credentials of the permission set ${permissionSet}`,
      // GetRoleCredentials counts as reading, and a rule that is merely enabled is not shown what only reads.
      state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
      eventPattern: usePattern(permissionSet),
      tags: { Name: BREAK_GLASS_ALARM_NAME },
    });
    new CloudwatchEventTarget(this, 'mail', {
      provider,
      rule: rule.name,
      targetId: 'mail',
      arn: topic.arn,
      inputTransformer: mail(permissionSet),
    });
    this.topicArn = topic.arn;
  }
}

/**
 * Signing in to the console is `Federate`, the command line and SDKs call `GetRoleCredentials`. AWS has changed more than
 * once which service reports them, and whether the role is a detail of the event or a parameter of the request: each way
 * matches.
 *
 * Sources: "CloudTrail events of IAM Identity Center"
 * (https://docs.aws.amazon.com/singlesignon/latest/userguide/sso-cloudtrail-use-cases.html), "Receiving read-only
 * management events from AWS services"
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html).
 */
function usePattern(permissionSet: string): string {
  return JSON.stringify({
    source: ['aws.sso', 'aws.signin'],
    detail: {
      eventName: ['Federate', 'GetRoleCredentials'],
      $or: [
        { serviceEventDetails: { role_name: [permissionSet] } },
        { requestParameters: { role_name: [permissionSet] } },
        { requestParameters: { roleName: [permissionSet] } },
      ],
    },
  });
}

/**
 * One line for people instead of a page of JSON. What an event does not have is left blank.
 *
 * Source: "Amazon EventBridge input transformation"
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html).
 */
function mail(permissionSet: string): { inputPaths: Record<string, string>; inputTemplate: string } {
  return {
    inputPaths: {
      account: '$.detail.serviceEventDetails.account_id',
      address: '$.detail.sourceIPAddress',
      call: '$.detail.eventName',
      event: '$.detail.eventID',
      name: '$.detail.userIdentity.userName',
      time: '$.time',
      user: '$.detail.userIdentity.onBehalfOf.userId',
    },
    inputTemplate: `"Somebody took credentials of ${permissionSet} (<call>) at <time>, from <address>. Account: <account>. Who: <name> <user>. CloudTrail event: <event>. Ask why, now; docs/runbooks/break-glass.md"`,
  };
}
