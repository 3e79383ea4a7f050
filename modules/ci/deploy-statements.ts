import type { PolicyStatement } from '../iam/policy-document';
import { denyLastingCredentials, denyLeavingOrganization } from './forbidden-statements';
import { policyArn, roleArn, STAGE_BOUNDARY_NAMES, STAGE_ROLE_NAMES } from './role-names';

export interface DeployProps {
  readonly accountId: string;
  /** What the names of the stage's own roles and policies begin with, such as `sandbox-`. */
  readonly namePrefix: string;
  /** Path of the parameters that stacks write, such as `/landing-zone/`. */
  readonly parameterPath: string;
  /** Name of the role that people deploy with. It has no cap, and may be called like the stage's own. */
  readonly peoplesRoleName: string;
}

/** Services that the stage's roles are made for. */
const PASSED_TO = [
  'airflow.amazonaws.com',
  'airflow-env.amazonaws.com',
  'ec2.amazonaws.com',
  'elasticmapreduce.amazonaws.com',
  'glue.amazonaws.com',
  'vpc-flow-logs.amazonaws.com',
];

/** Services that work through a role of their own in the account. */
const SERVICE_LINKED = [
  'access-analyzer.amazonaws.com',
  'airflow.amazonaws.com',
  'clientvpn.amazonaws.com',
  'clientvpn-connections.amazonaws.com',
  'elasticmapreduce.amazonaws.com',
  'ops.apigateway.amazonaws.com',
  'spot.amazonaws.com',
];

const allow = (Sid: string, Action: string[], Resource: string | string[]): PolicyStatement => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});

/** What a deployment does in the account of a stage. */
export function deployStatements({ accountId, namePrefix, parameterPath }: DeployProps): PolicyStatement[] {
  const own = (kind: string) => `arn:aws:iam::${accountId}:${kind}/${namePrefix}*`;
  return [
    {
      Sid: 'ManageServices',
      Effect: 'Allow',
      // Whole services: the account is the stage's alone, and AWS chooses the ids of most of what is made in it.
      // What must not happen all the same is in the boundary.
      Action: [
        'access-analyzer:*',
        'acm:*',
        'airflow:*',
        'athena:*',
        'cloudwatch:*',
        'ec2:*',
        'elasticmapreduce:*',
        'glue:*',
        'kms:*',
        'logs:*',
        'route53:*',
        's3:*',
        'sns:*',
      ],
      Resource: '*',
    },
    allow(
      'ReadSettings',
      ['account:GetAlternateContact', 'iam:Get*', 'iam:List*', 'ssm:DescribeParameters'],
      '*',
    ),
    // Parameters only: the rest of Systems Manager opens shells in machines.
    allow(
      'ManageOwnParameters',
      [
        'ssm:AddTagsToResource',
        'ssm:DeleteParameter',
        'ssm:GetParameter',
        'ssm:GetParameters',
        'ssm:GetParametersByPath',
        'ssm:ListTagsForResource',
        'ssm:PutParameter',
        'ssm:RemoveTagsFromResource',
      ],
      `arn:aws:ssm:*:${accountId}:parameter${parameterPath}*`,
    ),
    // IAM takes no resource for it.
    allow(
      'ManagePasswordPolicy',
      ['iam:DeleteAccountPasswordPolicy', 'iam:UpdateAccountPasswordPolicy'],
      '*',
    ),
    allow(
      'ManageOwnRoles',
      [
        'iam:AddRoleToInstanceProfile',
        'iam:AttachRolePolicy',
        'iam:CreateInstanceProfile',
        'iam:CreatePolicy',
        'iam:CreatePolicyVersion',
        'iam:CreateRole',
        'iam:CreateSAMLProvider',
        'iam:DeleteInstanceProfile',
        'iam:DeletePolicy',
        'iam:DeletePolicyVersion',
        'iam:DeleteRole',
        'iam:DeleteRolePolicy',
        'iam:DeleteSAMLProvider',
        'iam:DetachRolePolicy',
        'iam:PutRolePermissionsBoundary',
        'iam:PutRolePolicy',
        'iam:RemoveRoleFromInstanceProfile',
        'iam:SetDefaultPolicyVersion',
        'iam:TagInstanceProfile',
        'iam:TagPolicy',
        'iam:TagRole',
        'iam:TagSAMLProvider',
        'iam:UntagInstanceProfile',
        'iam:UntagPolicy',
        'iam:UntagRole',
        'iam:UntagSAMLProvider',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole',
        'iam:UpdateRoleDescription',
        'iam:UpdateSAMLProvider',
      ],
      ['instance-profile', 'policy', 'role', 'saml-provider'].map(own),
    ),
    {
      ...allow('PassOwnRoles', ['iam:PassRole'], own('role')),
      Condition: { StringEquals: { 'iam:PassedToService': PASSED_TO } },
    },
    {
      ...allow(
        'LetServicesHaveTheirRoles',
        ['iam:CreateServiceLinkedRole'],
        `arn:aws:iam::${accountId}:role/aws-service-role/*`,
      ),
      Condition: { StringEquals: { 'iam:AWSServiceName': SERVICE_LINKED } },
    },
  ];
}

/** The most that the deploy role may do: the same, less what would let it out. */
export function deployBoundary(props: DeployProps): PolicyStatement[] {
  const { accountId, peoplesRoleName } = props;
  return [
    ...deployStatements(props),
    denyLastingCredentials(),
    denyLeavingOrganization(),
    {
      Sid: 'KeepDeployingRoles',
      Effect: 'Deny',
      Action: [
        'iam:AttachRolePolicy',
        'iam:CreatePolicy*',
        'iam:DeletePolicy*',
        'iam:DeleteRole*',
        'iam:DetachRolePolicy',
        'iam:PassRole',
        'iam:PutRole*',
        'iam:SetDefaultPolicyVersion',
        'iam:UpdateAssumeRolePolicy',
        'iam:UpdateRole*',
      ],
      Resource: [
        ...[...Object.values(STAGE_ROLE_NAMES), peoplesRoleName].map((name) => roleArn(accountId, name)),
        ...Object.values(STAGE_BOUNDARY_NAMES).map((name) => policyArn(accountId, name)),
      ],
    },
    {
      Sid: 'CapEveryRole',
      Effect: 'Deny',
      Action: [
        'iam:AttachRolePolicy',
        'iam:CreateRole',
        'iam:PutRolePermissionsBoundary',
        'iam:PutRolePolicy',
      ],
      // A role that has another cap, or none: a negated operator is also true when the key is absent.
      Resource: '*',
      Condition: {
        StringNotEquals: { 'iam:PermissionsBoundary': policyArn(accountId, STAGE_BOUNDARY_NAMES.workload) },
      },
    },
    {
      Sid: 'KeepCaps',
      Effect: 'Deny',
      Action: 'iam:DeleteRolePermissionsBoundary',
      Resource: '*',
    },
    {
      // Airflow's users are people.
      Sid: 'NoSignInToAirflow',
      Effect: 'Deny',
      Action: ['airflow:CreateCliToken', 'airflow:CreateWebLoginToken', 'airflow:InvokeRestApi'],
      Resource: '*',
    },
  ];
}
