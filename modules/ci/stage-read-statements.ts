import type { PolicyStatement } from '../iam/policy-document';
import { BUCKET_READS, KEY_READS } from './read-actions';

export interface StageReadProps {
  readonly accountId: string;
  readonly region: string;
  /** ARNs of the objects that Terraform uploads, with `*` for any text. */
  readonly uploadedObjectArns: readonly string[];
  /** Path of the parameters that stacks write, such as `/landing-zone/`. */
  readonly parameterPath: string;
  /** Key that encrypts the Glue Data Catalog. */
  readonly catalogKeyArn: string;
}

/**
 * What Terraform reads in the account of a stage to find out what would change. AWS chooses the names of most of it, so it
 * is read wherever it is. A key is used through Glue only, which shows no table of an encrypted catalog without: of the
 * objects that Terraform uploads, HeadObject sees size and tags, and the content stays encrypted.
 *
 * Sources: "HeadObject", permissions (https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html), "Encrypting
 * your Data Catalog" (https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html).
 */
export function stageReads(props: StageReadProps): PolicyStatement[] {
  const throughGlue = { 'kms:ViaService': `glue.${props.region}.amazonaws.com` };
  return [
    {
      Sid: 'ReadNetworkAndCompute',
      Effect: 'Allow',
      Action: [
        'acm:DescribeCertificate',
        'acm:ListCertificates',
        'acm:ListTagsForCertificate',
        'airflow:GetEnvironment',
        'airflow:ListEnvironments',
        'airflow:ListTagsForResource',
        'ec2:Describe*',
        'ec2:GetEbsDefaultKmsKeyId',
        'ec2:GetEbsEncryptionByDefault',
        'ec2:GetInstanceMetadataDefaults',
        'ec2:GetManagedPrefixListEntries',
        'elasticmapreduce:Describe*',
        'elasticmapreduce:GetAutoTerminationPolicy',
        'elasticmapreduce:GetBlockPublicAccessConfiguration',
        'elasticmapreduce:GetManagedScalingPolicy',
        'elasticmapreduce:List*',
        'route53:GetChange',
        'route53:GetHostedZone',
        'route53:ListHostedZones',
        'route53:ListResourceRecordSets',
        'route53:ListTagsForResource',
      ],
      Resource: '*',
    },
    {
      Sid: 'ReadStorageAndCatalog',
      Effect: 'Allow',
      Action: [
        'athena:GetDataCatalog',
        'athena:GetNamedQuery',
        'athena:GetWorkGroup',
        'athena:ListTagsForResource',
        'glue:GetCrawler',
        'glue:GetDataCatalogEncryptionSettings',
        'glue:GetDatabase',
        'glue:GetDatabases',
        'glue:GetPartitionIndexes',
        'glue:GetResourcePolicy',
        'glue:GetSecurityConfiguration',
        'glue:GetTable',
        'glue:GetTables',
        'glue:GetTags',
        ...KEY_READS,
        ...BUCKET_READS,
      ],
      Resource: '*',
    },
    {
      Sid: 'ReadSettings',
      Effect: 'Allow',
      Action: [
        'access-analyzer:GetAnalyzer',
        'access-analyzer:ListAnalyzers',
        'access-analyzer:ListTagsForResource',
        'account:GetAlternateContact',
        'cloudwatch:DescribeAlarms',
        'cloudwatch:GetDashboard',
        'cloudwatch:ListTagsForResource',
        'iam:Get*',
        'iam:List*',
        'logs:DescribeLogGroups',
        'logs:DescribeLogStreams',
        'logs:ListTagsForResource',
        'sns:GetSubscriptionAttributes',
        'sns:GetTopicAttributes',
        'sns:ListSubscriptionsByTopic',
        'sns:ListTagsForResource',
        'ssm:DescribeParameters',
      ],
      Resource: '*',
    },
    {
      Sid: 'ReadOwnParameters',
      Effect: 'Allow',
      Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath', 'ssm:ListTagsForResource'],
      Resource: `arn:aws:ssm:${props.region}:${props.accountId}:parameter${props.parameterPath}*`,
    },
    {
      Sid: 'SeeUploadedObjects',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:GetObjectTagging'],
      Resource: [...props.uploadedObjectArns],
    },
    {
      Sid: 'ReadEncryptedCatalog',
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: props.catalogKeyArn,
      Condition: { StringEquals: throughGlue },
    },
    {
      // These are called as if they described or listed, and give away what is inside.
      Sid: 'ReadNoContent',
      Effect: 'Deny',
      Action: [
        'ec2:DescribeInstanceAttribute',
        'ec2:DescribeLaunchTemplateVersions',
        'secretsmanager:GetSecretValue',
      ],
      Resource: '*',
    },
    {
      Sid: 'DecryptNothingElse',
      Effect: 'Deny',
      Action: 'kms:Decrypt',
      Resource: 'arn:aws:kms:*:*:key/*',
      // Also true where no service is in between: a negated operator is, when the key is absent.
      Condition: { StringNotEquals: throughGlue },
    },
  ];
}
