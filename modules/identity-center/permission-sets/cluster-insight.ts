import { EMR_PLATFORM_TAG_KEY } from '../../emr/cluster-tags';
import type { PolicyStatement } from '../../iam/policy-document';

const CLUSTERS = 'arn:aws:elasticmapreduce:*:*:cluster/*';

/** Only clusters of a platform; whichever platform, since an account holds one. */
const OF_A_PLATFORM = { StringLike: { [`elasticmapreduce:ResourceTag/${EMR_PLATFORM_TAG_KEY}`]: '*' } };

/**
 * Rights to see what clusters and steps are doing. Nothing here starts a step or a cluster: code runs through Airflow, under
 * the role of its job.
 *
 * Source: "Actions, resources, and condition keys for Amazon Elastic MapReduce"
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticmapreduce.html).
 */
export function clusterInsight(): PolicyStatement[] {
  return [
    {
      Sid: 'SeeClustersAndSteps',
      Effect: 'Allow',
      Action: [
        'elasticmapreduce:DescribeCluster',
        'elasticmapreduce:DescribeStep',
        'elasticmapreduce:ListBootstrapActions',
        'elasticmapreduce:ListInstanceFleets',
        'elasticmapreduce:ListInstanceGroups',
        'elasticmapreduce:ListInstances',
        'elasticmapreduce:ListSteps',
      ],
      Resource: CLUSTERS,
      Condition: OF_A_PLATFORM,
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
 * Rights to open Spark's history and YARN's timeline of a cluster, also of one that has ended. Hosted by EMR: no VPN needed.
 *
 * Source: "View persistent application user interfaces"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/app-history-spark-UI.html).
 */
export function applicationHistory(): PolicyStatement[] {
  return [
    {
      Sid: 'OpenApplicationHistory',
      Effect: 'Allow',
      Action: [
        'elasticmapreduce:CreatePersistentAppUI',
        'elasticmapreduce:DescribePersistentAppUI',
        'elasticmapreduce:GetPersistentAppUIPresignedURL',
      ],
      Resource: CLUSTERS,
      Condition: OF_A_PLATFORM,
    },
  ];
}

/**
 * Rights to open a shell on nodes of clusters, without a key pair and a port. It opens only where the stage lets nodes take
 * part in Session Manager (`emr.shellAccess`): nodes of other stages never report to it.
 *
 * Source: "Sample IAM policies for Session Manager"
 * (https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html).
 */
export function nodeShell(): PolicyStatement[] {
  return [
    {
      Sid: 'OpenShellsOnNodes',
      Effect: 'Allow',
      Action: 'ssm:StartSession',
      Resource: 'arn:aws:ec2:*:*:instance/*',
      Condition: { StringLike: { [`ssm:resourceTag/${EMR_PLATFORM_TAG_KEY}`]: '*' } },
    },
    {
      Sid: 'OpenShellsOnly',
      Effect: 'Allow',
      Action: 'ssm:StartSession',
      // The document of plain shells: no port forwarding, no commands in the background.
      Resource: 'arn:aws:ssm:*:*:document/SSM-SessionManagerRunShell',
    },
    {
      Sid: 'EndOwnShells',
      Effect: 'Allow',
      Action: ['ssm:ResumeSession', 'ssm:TerminateSession'],
      Resource: 'arn:aws:ssm:*:*:session/*',
      // Sessions of federated people carry the id that their credentials have.
      Condition: { StringLike: { 'ssm:resourceTag/aws:ssmmessages:session-id': '${aws:userid}' } },
    },
  ];
}
