/** Prefix of a service's actions, by the name that AWS's SDK for Go gives the service. */
const PREFIXES: Readonly<Record<string, string>> = {
  ACM: 'acm',
  AccessAnalyzer: 'access-analyzer',
  Account: 'account',
  Athena: 'athena',
  Budgets: 'budgets',
  CloudTrail: 'cloudtrail',
  CloudWatch: 'cloudwatch',
  'CloudWatch Logs': 'logs',
  'Cost Explorer': 'ce',
  EC2: 'ec2',
  EMR: 'elasticmapreduce',
  EventBridge: 'events',
  Glue: 'glue',
  GuardDuty: 'guardduty',
  IAM: 'iam',
  KMS: 'kms',
  MWAA: 'airflow',
  Organizations: 'organizations',
  S3: 's3',
  'S3 Control': 's3',
  SNS: 'sns',
  SSM: 'ssm',
  'SSO Admin': 'sso',
  STS: 'sts',
  SecurityHub: 'securityhub',
  identitystore: 'identitystore',
};

/**
 * Actions that are called otherwise than their operations.
 *
 * Sources: "Required permissions for Amazon S3 API operations"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html), and "Actions, resources,
 * and condition keys for AWS Budget Service" (https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbudgetservice.html).
 */
const OTHERWISE: Readonly<Record<string, string>> = {
  'budgets:CreateBudget': 'budgets:ModifyBudget',
  'budgets:CreateNotification': 'budgets:ModifyBudget',
  'budgets:CreateSubscriber': 'budgets:ModifyBudget',
  'budgets:DeleteBudget': 'budgets:ModifyBudget',
  'budgets:DeleteNotification': 'budgets:ModifyBudget',
  'budgets:DeleteSubscriber': 'budgets:ModifyBudget',
  'budgets:UpdateBudget': 'budgets:ModifyBudget',
  'budgets:DescribeBudget': 'budgets:ViewBudget',
  'budgets:DescribeNotificationsForBudget': 'budgets:ViewBudget',
  'budgets:DescribeSubscribersForNotification': 'budgets:ViewBudget',
  's3:DeleteBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:DeleteBucketLifecycle': 's3:PutLifecycleConfiguration',
  's3:DeleteBucketOwnershipControls': 's3:PutBucketOwnershipControls',
  's3:DeletePublicAccessBlock': 's3:PutBucketPublicAccessBlock',
  's3:GetBucketAccelerateConfiguration': 's3:GetAccelerateConfiguration',
  's3:GetBucketCors': 's3:GetBucketCORS',
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
  's3:GetBucketReplication': 's3:GetReplicationConfiguration',
  's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:HeadBucket': 's3:ListBucket',
  's3:HeadObject': 's3:GetObject',
  's3:ListObjectVersions': 's3:ListBucketVersions',
  's3:ListObjectsV2': 's3:ListBucket',
  's3:PutBucketEncryption': 's3:PutEncryptionConfiguration',
  's3:PutBucketLifecycleConfiguration': 's3:PutLifecycleConfiguration',
  's3:PutPublicAccessBlock': 's3:PutBucketPublicAccessBlock',
};

/** The same for the settings of an account, whose operations are called like those of a bucket. */
const OF_ACCOUNT: Readonly<Record<string, string>> = {
  DeletePublicAccessBlock: 's3:PutAccountPublicAccessBlock',
  GetPublicAccessBlock: 's3:GetAccountPublicAccessBlock',
  PutPublicAccessBlock: 's3:PutAccountPublicAccessBlock',
};

/**
 * The IAM action that an operation of an AWS API needs.
 *
 * @returns undefined for the one operation that needs none: `GetCallerIdentity` of STS
 * @throws Error for a service that is not known
 */
export function iamAction(service: string, operation: string): string | undefined {
  const prefix = PREFIXES[service];
  if (prefix === undefined) throw new Error(`do not know the prefix of the actions of ${service}`);
  const action = `${prefix}:${operation}`;
  if (action === 'sts:GetCallerIdentity') return undefined;
  return (service === 'S3 Control' ? OF_ACCOUNT[operation] : OTHERWISE[action]) ?? action;
}
