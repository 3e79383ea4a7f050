import { allowedOnEverything } from '../../support/identity-actions';
import { add, addressesWhere } from '../../support/terraform-query';
import {
  actionsOf,
  allow,
  allowancesWhere,
  changePolicy,
  covers,
  resourcesOf,
} from '../../support/placed-statements';
import { describeRows } from '../../support/policy-rows';

const ATTACHMENTS = [
  'aws_iam_role_policy_attachment',
  'aws_iam_policy_attachment',
  'aws_iam_user_policy_attachment',
  'aws_iam_group_policy_attachment',
];
const EMPTY = { Sid: 'Broken', Effect: 'Allow' };

/**
 * With one of these a principal can give itself more than it has. Source: "Example policies" and "Privilege
 * escalation" in the documentation of the open-source tool cloudsplaining, whose list scanners use.
 */
const ESCALATIONS = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
];

/** Actions whose answer is a credential. Source: the same. */
const CREDENTIALS = [
  'ecr:GetAuthorizationToken',
  'elasticmapreduce:GetClusterSessionCredentials',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'rds-db:connect',
  'redshift:GetClusterCredentials',
  'sso:GetRoleCredentials',
  'sts:AssumeRole',
  'sts:GetFederationToken',
  'sts:GetSessionToken',
];

/** Actions whose answer is data or a secret. Source: the same. */
const EXFILTRATION = [
  's3:GetObject',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter',
  'ssm:GetParameters',
  'ssm:GetParametersByPath',
];

describeRows('iam-policies', [
  {
    row: 57,
    title: 'no policy allows every action on every resource',
    ids: ['CKV_AWS_1', 'CKV_AWS_62', 'IAM.1', 'CIS 1.15'],
    check: (json) =>
      allowancesWhere(
        json,
        'identity',
        (statement) => actionsOf(statement).includes('*') && resourcesOf(statement).includes('*'),
      ),
    breakIt: (json) => allow(json, 'identity', { Action: '*', Resource: '*' }),
  },
  {
    row: 58,
    title: 'no policy allows every action of a service',
    ids: ['CKV_AWS_49', 'CKV_AWS_63', 'AWS-0057', 'IAM.21'],
    check: (json) =>
      allowancesWhere(json, 'identity', (statement) =>
        actionsOf(statement).some((action) => /^(?:\*|[\w-]+:\*+)$/.test(action)),
      ),
    breakIt: (json) => [
      allow(json, 'identity', { Action: ['glue:*'], Resource: 'arn:aws:glue:eu-west-1:1:catalog' }),
      add(json, 'aws_ssoadmin_permission_set_inline_policy', {
        inline_policy: JSON.stringify({ Statement: [{ ...EMPTY, Action: '*', Resource: '*' }] }),
      }),
    ],
  },
  {
    row: 59,
    title: 'no policy allows on every resource what AWS checks against one',
    ids: ['CKV_AWS_355', 'CKV_AWS_356'],
    check: (json) => allowedOnEverything(json, () => true),
    breakIt: (json) => allow(json, 'identity', { Action: 'glue:GetTable', Resource: '*' }),
  },
  {
    row: 60,
    title: 'no policy lets a principal give itself more',
    ids: ['CKV_AWS_110', 'CKV_AWS_286'],
    check: (json) => allowancesWhere(json, 'identity', (statement) => covers(statement, ESCALATIONS)),
    breakIt: (json) =>
      allow(json, 'identity', { Action: 'iam:Put*', Resource: 'arn:aws:iam::111122223333:role/job' }),
  },
  {
    row: 61,
    title: 'no policy hands out credentials without limit',
    ids: ['CKV_AWS_107', 'CKV_AWS_287'],
    check: (json) => allowedOnEverything(json, ({ name }) => CREDENTIALS.includes(name)),
    breakIt: (json) => allow(json, 'identity', { Action: 'sts:AssumeRole', Resource: '*' }),
  },
  {
    row: 62,
    title: 'no policy hands out data without limit',
    ids: ['CKV_AWS_108', 'CKV_AWS_288'],
    check: (json) => allowedOnEverything(json, ({ name }) => EXFILTRATION.includes(name)),
    breakIt: (json) => allow(json, 'identity', { Action: 's3:Get*', Resource: '*' }),
  },
  {
    row: 63,
    title: 'no policy manages permissions without limit',
    ids: ['CKV_AWS_109', 'CKV_AWS_289'],
    check: (json) =>
      allowedOnEverything(json, ({ accessLevels }) => accessLevels.includes('Permissions management')),
    breakIt: (json) => allow(json, 'identity', { Action: 's3:PutBucketPolicy', Resource: '*' }),
  },
  {
    row: 64,
    title: 'no policy writes without limit',
    ids: ['CKV_AWS_111', 'CKV_AWS_290'],
    check: (json) => allowedOnEverything(json, ({ accessLevels }) => accessLevels.includes('Write')),
    breakIt: (json) => allow(json, 'identity', { Action: 's3:PutObject', Resource: '*' }),
  },
  {
    row: 65,
    title: 'nobody has all rights on IAM',
    ids: ['CKV2_AWS_40', 'CKV2_AWS_56'],
    check: (json) => [
      ...allowancesWhere(json, 'identity', (statement) =>
        actionsOf(statement).some((action) => action === '*' || action.toLowerCase() === 'iam:*'),
      ),
      ...addressesWhere(json, ATTACHMENTS, ({ policy_arn }) =>
        String(policy_arn).endsWith(':policy/IAMFullAccess'),
      ),
    ],
    breakIt: (json) => [
      allow(json, 'identity', { Action: 'iam:*', Resource: '*' }),
      add(json, 'aws_iam_role_policy_attachment', { policy_arn: 'arn:aws:iam::aws:policy/IAMFullAccess' }),
    ],
  },
  {
    row: 68,
    title: 'roles are passed by name, and to a service by name',
    ids: ['AWS-0342'],
    check: (json) =>
      allowancesWhere(
        json,
        'identity',
        (statement) =>
          covers(statement, ['iam:PassRole']) &&
          (resourcesOf(statement).some((arn) => /^\*$|:role\/\*$/.test(arn)) ||
            statement.Condition?.['StringEquals']?.['iam:PassedToService'] === undefined),
      ),
    breakIt: (json) =>
      changePolicy(
        json,
        'identity',
        (all) => {
          for (const statement of all) if (statement.Action === 'iam:PassRole') delete statement.Condition;
        },
        'PassTheInstanceRole',
      ),
  },
  {
    row: 74,
    title: 'nobody has all rights on S3',
    ids: ['AWS-0345'],
    check: (json) => [
      ...allowancesWhere(json, 'identity', (statement) =>
        actionsOf(statement).some((action) => action.toLowerCase() === 's3:*'),
      ),
      ...addressesWhere(json, ATTACHMENTS, ({ policy_arn }) =>
        String(policy_arn).endsWith(':policy/AmazonS3FullAccess'),
      ),
    ],
    breakIt: (json) => [
      allow(json, 'identity', { Action: ['s3:*'], Resource: 'arn:aws:s3:::sandbox-raw/*' }),
      add(json, 'aws_iam_role_policy_attachment', {
        policy_arn: 'arn:aws:iam::aws:policy/AmazonS3FullAccess',
      }),
    ],
  },
]);
