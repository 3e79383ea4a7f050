import type { PolicyStatement } from '../iam/policy-document';
import { BUCKET_READS, KEY_READS } from './read-actions';
import { STAGE_ROLE_NAMES } from './role-names';

/** Where the stacks write down accounts and what belongs to them. */
const RECORDS = 'arn:aws:ssm:*:*:parameter/landing-zone/*';

/** What stacks read of what they wrote down: the cap of both roles has it too. */
export const RECORD_READS: readonly PolicyStatement[] = [
  {
    Sid: 'ReadRecords',
    Effect: 'Allow',
    Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath', 'ssm:ListTagsForResource'],
    Resource: RECORDS,
  },
  {
    Sid: 'FindRecords',
    Effect: 'Allow',
    // AWS has no resource type for this action. It tells names, not values.
    Action: 'ssm:DescribeParameters',
    Resource: '*',
  },
];

/**
 * What Terraform reads of the resources that the management account has, to find out what would change. Names of most
 * are AWS's to choose, so they are read wherever they are; no action among them returns data or a secret.
 */
export const MANAGEMENT_READS: readonly PolicyStatement[] = [
  ...RECORD_READS,
  {
    Sid: 'ReadOrganizationAndPeople',
    Effect: 'Allow',
    Action: [
      'account:Get*',
      'account:List*',
      'identitystore:Describe*',
      'identitystore:Get*',
      'identitystore:List*',
      'organizations:Describe*',
      'organizations:List*',
      'sso:Describe*',
      'sso:Get*',
      'sso:List*',
    ],
    Resource: '*',
  },
  {
    Sid: 'ReadGuardsAndCosts',
    Effect: 'Allow',
    Action: [
      'access-analyzer:Get*',
      'access-analyzer:List*',
      'budgets:Describe*',
      'budgets:ListTagsForResource',
      'budgets:ViewBudget',
      'ce:GetAnomalyMonitors',
      'ce:GetAnomalySubscriptions',
      'ce:ListTagsForResource',
      'cloudtrail:DescribeTrails',
      'cloudtrail:GetEventSelectors',
      'cloudtrail:GetInsightSelectors',
      'cloudtrail:GetTrail',
      'cloudtrail:GetTrailStatus',
      'cloudtrail:ListTags',
      'guardduty:Get*',
      'guardduty:List*',
      'securityhub:Describe*',
      'securityhub:Get*',
      'securityhub:List*',
    ],
    Resource: '*',
  },
  {
    Sid: 'ReadSettings',
    Effect: 'Allow',
    Action: [
      'cloudwatch:DescribeAlarms',
      'cloudwatch:ListTagsForResource',
      'events:Describe*',
      'events:List*',
      'iam:Get*',
      'iam:List*',
      ...KEY_READS,
      'logs:DescribeLogGroups',
      'logs:DescribeMetricFilters',
      'logs:ListTagsForResource',
      ...BUCKET_READS,
      'sns:GetSubscriptionAttributes',
      'sns:GetTopicAttributes',
      'sns:ListSubscriptionsByTopic',
      'sns:ListTagsForResource',
    ],
    Resource: '*',
  },
];

/** What the stacks in the management account change, by service: which resources is up to the configuration. */
export const MANAGEMENT_WRITES: readonly PolicyStatement[] = [
  {
    Sid: 'KeepRecords',
    Effect: 'Allow',
    Action: [
      'ssm:AddTagsToResource',
      'ssm:DeleteParameter',
      'ssm:PutParameter',
      'ssm:RemoveTagsFromResource',
    ],
    Resource: RECORDS,
  },
  {
    Sid: 'ManageOrganizationAndPeople',
    Effect: 'Allow',
    // Whole services: what the stacks own in them is made by them, with ids of AWS's choice. What must not happen
    // all the same is in the boundary.
    Action: [
      'access-analyzer:*',
      'budgets:*',
      'ce:*',
      'cloudtrail:*',
      'cloudwatch:*',
      'events:*',
      'guardduty:*',
      'identitystore:*',
      'kms:*',
      'logs:*',
      'organizations:*',
      's3:*',
      'securityhub:*',
      'sns:*',
      'sso:*',
    ],
    Resource: '*',
  },
  {
    Sid: 'NameAccountsAndContacts',
    Effect: 'Allow',
    // By name, not as a whole: the rest of the service closes accounts and hands over their root users.
    Action: [
      'account:DeleteAlternateContact',
      // Every read: the cap over both roles is made of this too.
      'account:Get*',
      'account:List*',
      'account:PutAccountName',
      'account:PutAlternateContact',
    ],
    Resource: '*',
  },
  {
    // Services of the organization work through roles of their own, which exist once per account.
    Sid: 'LetServicesHaveTheirRoles',
    Effect: 'Allow',
    Action: 'iam:CreateServiceLinkedRole',
    Resource: 'arn:aws:iam::*:role/aws-service-role/*',
  },
];

/**
 * The way into a role of every stage. Accounts of stages are found while planning, so the role is named and not the
 * account; that it belongs to the same organization is what the condition asks.
 */
export function intoStages(role: keyof typeof STAGE_ROLE_NAMES): PolicyStatement {
  return {
    Sid: 'IntoTheStages',
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Resource: `arn:aws:iam::*:role/${STAGE_ROLE_NAMES[role]}`,
    // `$${`: Terraform leaves it to IAM.
    Condition: { StringEquals: { 'aws:ResourceOrgID': '$${aws:PrincipalOrgID}' } },
  };
}
