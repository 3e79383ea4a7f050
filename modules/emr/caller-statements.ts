import type { PolicyStatement } from '../iam/policy-document';
import { EMR_PLATFORM_TAG_KEY } from './cluster-tags';

export interface CallerProps {
  readonly accountId: string;
  readonly region: string;
  /** Platform whose clusters are meant: the value of their tag. */
  readonly platform: string;
  /** The only roles a step may run under. */
  readonly stepRoleArns: readonly string[];
  readonly serviceRoleArn: string;
  readonly instanceRoleArn: string;
  /** Parameter with the request that starts a cluster. */
  readonly templateParameterArn: string;
}

/**
 * Rights of whoever adds steps to the clusters of a platform, such as Airflow.
 *
 * `AddJobFlowSteps` is pinned to the step roles: without that condition its holder could choose any role
 * the nodes may assume. Steps without a role are refused by the clusters themselves, since their security
 * configuration asks for one.
 *
 * Source: "Runtime roles for Amazon EMR steps", and "Actions, resources, and condition keys for Amazon
 * Elastic MapReduce" (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticmapreduce.html).
 */
export function stepStatements(props: CallerProps): PolicyStatement[] {
  const { stepRoleArns } = props;
  const addSteps: PolicyStatement[] =
    stepRoleArns.length === 0
      ? []
      : [
          {
            Sid: 'AddStepsUnderStepRoles',
            Effect: 'Allow',
            Action: 'elasticmapreduce:AddJobFlowSteps',
            Resource: clusters(props),
            Condition: {
              StringEquals: {
                'elasticmapreduce:ExecutionRoleArn': stepRoleArns,
                [`elasticmapreduce:ResourceTag/${EMR_PLATFORM_TAG_KEY}`]: props.platform,
              },
            },
          },
        ];
  return [
    ...addSteps,
    {
      Sid: 'FollowSteps',
      Effect: 'Allow',
      Action: [
        'elasticmapreduce:CancelSteps',
        'elasticmapreduce:DescribeCluster',
        'elasticmapreduce:DescribeStep',
        'elasticmapreduce:ListInstances',
        'elasticmapreduce:ListSteps',
      ],
      Resource: clusters(props),
      Condition: onOwnClusters(props),
    },
    {
      Sid: 'FindClusters',
      Effect: 'Allow',
      Action: 'elasticmapreduce:ListClusters',
      // The list is of the account: AWS has no resource type and no condition key for this action.
      Resource: '*',
    },
  ];
}

/**
 * Rights to start and end clusters of a platform. A cluster must be tagged as the platform's when it is
 * started, and only the platform's two roles can be passed to it.
 *
 * AWS has no condition on a cluster's security configuration: whoever may start clusters could start one
 * that does not ask for step roles, and run a step with all that the nodes may do. Give these statements to
 * orchestration, whose code is reviewed, never to people.
 */
export function clusterStatements(props: CallerProps): PolicyStatement[] {
  return [
    {
      Sid: 'ReadTheTemplate',
      Effect: 'Allow',
      Action: 'ssm:GetParameter',
      Resource: props.templateParameterArn,
    },
    {
      Sid: 'StartTaggedClusters',
      Effect: 'Allow',
      Action: 'elasticmapreduce:RunJobFlow',
      // A cluster that is not there yet has no ARN: AWS has no resource type for this action.
      Resource: '*',
      Condition: askingForOwnTag(props),
    },
    {
      Sid: 'TagClusters',
      Effect: 'Allow',
      Action: 'elasticmapreduce:AddTags',
      Resource: clusters(props),
      Condition: { ...askingForOwnTag(props), ...unlessOfOthers(props) },
    },
    {
      // The template asks for both policies. Source: "Permissions to use auto-termination",
      // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-auto-termination-policy.html, and
      // `PutManagedScalingPolicy`, the action of its own that the scaling limits have in the list above.
      Sid: 'LimitClusters',
      Effect: 'Allow',
      Action: ['elasticmapreduce:PutAutoTerminationPolicy', 'elasticmapreduce:PutManagedScalingPolicy'],
      Resource: clusters(props),
      Condition: unlessOfOthers(props),
    },
    {
      Sid: 'EndClusters',
      Effect: 'Allow',
      Action: 'elasticmapreduce:TerminateJobFlows',
      Resource: clusters(props),
      Condition: onOwnClusters(props),
    },
    {
      Sid: 'PassTheServiceRole',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: props.serviceRoleArn,
      Condition: { StringEquals: { 'iam:PassedToService': 'elasticmapreduce.amazonaws.com' } },
    },
    {
      Sid: 'PassTheInstanceRole',
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: props.instanceRoleArn,
      Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    },
    {
      // EMR makes this role at the first cluster of an account, with the caller's rights. Source: "Using
      // service-linked roles for Amazon EMR for cleanup",
      // https://docs.aws.amazon.com/emr/latest/ManagementGuide/using-service-linked-roles-cleanup.html
      Sid: 'MakeTheCleanupRole',
      Effect: 'Allow',
      Action: 'iam:CreateServiceLinkedRole',
      Resource: `arn:aws:iam::${props.accountId}:role/aws-service-role/elasticmapreduce.amazonaws.com/AWSServiceRoleForEMRCleanup`,
      Condition: { StringEquals: { 'iam:AWSServiceName': 'elasticmapreduce.amazonaws.com' } },
    },
  ];
}

function clusters({ region, accountId }: CallerProps): string {
  // Ids of clusters are not known before they are started; the tag says whose they are.
  return `arn:aws:elasticmapreduce:${region}:${accountId}:cluster/*`;
}

function askingForOwnTag({ platform }: CallerProps) {
  return { StringEquals: { [`elasticmapreduce:RequestTag/${EMR_PLATFORM_TAG_KEY}`]: platform } };
}

/** A new cluster has no tag yet; one of another platform has, and stays that platform's. */
function unlessOfOthers(props: CallerProps) {
  return { StringEqualsIfExists: onOwnClusters(props).StringEquals };
}

function onOwnClusters({ platform }: CallerProps) {
  return { StringEquals: { [`elasticmapreduce:ResourceTag/${EMR_PLATFORM_TAG_KEY}`]: platform } };
}
