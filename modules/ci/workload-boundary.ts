import type { PolicyStatement } from '../iam/policy-document';

export interface WorkloadBoundaryProps {
  readonly accountId: string;
  /** What the names of the stage's own roles begin with, such as `sandbox-`. */
  readonly namePrefix: string;
}

/**
 * The most that roles of a stage's jobs and services may do. It grants nothing: what each may do is in its own policies.
 * Roles, policies, the organization and the account are not in it, so a role that a deployment makes cannot do what the
 * deployment may not.
 */
export function workloadBoundary({ accountId, namePrefix }: WorkloadBoundaryProps): PolicyStatement[] {
  const ownRoles = `arn:aws:iam::${accountId}:role/${namePrefix}*`;
  return [
    {
      Sid: 'ServicesOfAPlatform',
      Effect: 'Allow',
      // Whole services: a cap follows what modules need, which their own policies say exactly.
      Action: [
        'airflow:*',
        'athena:*',
        'cloudwatch:*',
        'ec2:*',
        'elasticmapreduce:*',
        'glue:*',
        'kms:*',
        'lakeformation:*',
        'logs:*',
        's3:*',
        'secretsmanager:*',
        'sns:*',
        'sqs:*',
        'ssm:*',
        'ssmmessages:*',
        'ec2messages:*',
      ],
      Resource: '*',
    },
    {
      // What AWS's policy for the EMR service reads besides.
      Sid: 'EmrService',
      Effect: 'Allow',
      Action: ['resource-groups:ListGroupResources', 'servicequotas:List*'],
      Resource: '*',
    },
    {
      Sid: 'OtherOwnRoles',
      Effect: 'Allow',
      Action: ['iam:GetRole', 'iam:PassRole', 'sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
      Resource: ownRoles,
    },
    {
      Sid: 'LetEmrHaveItsRole',
      Effect: 'Allow',
      Action: 'iam:CreateServiceLinkedRole',
      Resource: `arn:aws:iam::${accountId}:role/aws-service-role/*`,
      Condition: {
        StringEquals: { 'iam:AWSServiceName': ['elasticmapreduce.amazonaws.com', 'spot.amazonaws.com'] },
      },
    },
  ];
}
