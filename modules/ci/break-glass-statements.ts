import type { PolicyStatement } from '../iam/policy-document';
import { BREAK_GLASS_ALARM_NAME } from '../identity-center/break-glass-alarm';

export interface BreakGlassPlace {
  readonly accountId: string;
  /** Region of IAM Identity Center. */
  readonly region: string;
}

/**
 * What is never done to the alarm about emergency access, whatever else allows it: a pipeline can assign permission sets, and
 * somebody is to hear of that one. The rule is refused as a whole, though making it takes the same calls: written anew it
 * can be disabled, or match nothing. Subscribing stays possible: it tells more people, not fewer. The key of the messages
 * is for `keepKeys`.
 */
export function protectBreakGlassAlarm({ accountId, region }: BreakGlassPlace): PolicyStatement[] {
  const topicArn = `arn:aws:sns:${region}:${accountId}:${BREAK_GLASS_ALARM_NAME}`;
  return [
    {
      Sid: 'KeepBreakGlassRule',
      Effect: 'Deny',
      Action: [
        'events:DeleteRule',
        'events:DisableRule',
        'events:PutRule',
        'events:PutTargets',
        'events:RemoveTargets',
      ],
      Resource: `arn:aws:events:${region}:${accountId}:rule/${BREAK_GLASS_ALARM_NAME}`,
    },
    {
      Sid: 'KeepBreakGlassTopic',
      Effect: 'Deny',
      Action: [
        'sns:AddPermission',
        'sns:DeleteTopic',
        'sns:PutDataProtectionPolicy',
        'sns:RemovePermission',
        'sns:SetSubscriptionAttributes',
        'sns:SetTopicAttributes',
        'sns:Unsubscribe',
      ],
      // A subscription's ARN is that of its topic, a colon and an id.
      Resource: [topicArn, `${topicArn}:*`],
    },
  ];
}
