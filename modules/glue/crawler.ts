import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { GlueCrawler } from '@cdktf/provider-aws/lib/glue-crawler';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';
import type { Database } from './database';
import type { SecurityConfiguration } from './security-configuration';

export interface CrawlerProps {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly region: string;
  /** Unique in account and region; at most 56 characters, as its role is called `<name>-crawler`. */
  readonly name: string;
  /** Database that gets the tables it finds. */
  readonly database: Database;
  readonly bucketName: string;
  /** Prefix in the bucket that is crawled, ending in a slash. */
  readonly prefix: string;
  /** Key of the bucket and of the catalog. */
  readonly kmsKeyArn: string;
  readonly securityConfiguration: SecurityConfiguration;
  /**
   * Days for which its log is kept.
   *
   * @default 90
   */
  readonly logRetentionDays?: number;
  /**
   * When it runs, as `cron(minutes hours day-of-month month day-of-week year)` in UTC.
   *
   * @default - on demand only
   */
  readonly schedule?: string;
}

/**
 * A Glue crawler over one prefix, with a role that reads that prefix and changes tables of one database. It
 * adds and updates tables and never deletes one.
 */
export class Crawler extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, props: CrawlerProps) {
    super(scope, id);
    const { provider, name } = props;
    const role = new IamRole(this, 'role', {
      provider,
      name: `${name}-crawler`,
      description: `Reads ${props.prefix} and writes tables of one database`,
      // No condition on the source: Glue's pages name none for crawlers, and one that Glue does not send would
      // keep every crawler from starting. A role cannot be passed across accounts, so nobody else's Glue gets
      // it ("Grant a user permissions to pass a role to an AWS service",
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html).
      assumeRolePolicy: policyDocument([
        {
          Sid: 'GlueCrawls',
          Effect: 'Allow',
          Principal: { Service: 'glue.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ]),
      tags: { Name: `${name}-crawler` },
    });
    const permissions = new IamRolePolicy(this, 'role-policy', {
      provider,
      name: 'crawl',
      role: role.id,
      policy: policyDocument([...readsData(props), ...writesTables(props), writesLogs(props)]),
    });

    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      provider,
      name: `/aws-glue/crawlers-role/${role.name}-${props.securityConfiguration.name}`,
      retentionInDays: props.logRetentionDays ?? 90,
      kmsKeyId: props.securityConfiguration.logsKmsKeyArn,
      tags: { Name: `${name}-crawler` },
    });

    this.name = new GlueCrawler(this, 'crawler', {
      provider,
      name,
      databaseName: props.database.name,
      role: role.arn,
      schedule: props.schedule,
      securityConfiguration: props.securityConfiguration.name,
      s3Target: [{ path: `s3://${props.bucketName}/${props.prefix}` }],
      recrawlPolicy: { recrawlBehavior: 'CRAWL_EVERYTHING' },
      // LOG: a table whose files are gone stays, and so do the queries and grants on it.
      schemaChangePolicy: { updateBehavior: 'UPDATE_IN_DATABASE', deleteBehavior: 'LOG' },
      // Partitions take the table's schema: queries fail on a table whose partitions disagree.
      configuration: JSON.stringify({
        Version: 1,
        CrawlerOutput: { Partitions: { AddOrUpdateBehavior: 'InheritFromTable' } },
        Grouping: { TableGroupingPolicy: 'CombineCompatibleSchemas' },
      }),
      // Glue looks at the role when the crawler is made, and refuses one that cannot read.
      dependsOn: [permissions, logGroup],
      tags: { Name: name },
    }).name;
  }
}

/** "Crawler prerequisites" (https://docs.aws.amazon.com/glue/latest/dg/crawler-prereqs.html). */
function readsData({ bucketName, prefix, kmsKeyArn }: CrawlerProps): PolicyStatement[] {
  const bucketArn = `arn:aws:s3:::${bucketName}`;
  return [
    {
      Sid: 'ReadThePrefix',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: `${bucketArn}/${prefix}*`,
    },
    {
      Sid: 'ListThePrefix',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: bucketArn,
      Condition: { StringLike: { 's3:prefix': [prefix, `${prefix}*`] } },
    },
    { Sid: 'FindTheBucket', Effect: 'Allow', Action: 's3:GetBucketLocation', Resource: bucketArn },
    {
      Sid: 'ReadDataAndUseTheCatalog',
      Effect: 'Allow',
      // Decrypt for data; all three for the encrypted catalog ("Setting up encryption in AWS Glue").
      Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: kmsKeyArn,
    },
  ];
}

function writesTables({ accountId, region, database }: CrawlerProps): PolicyStatement[] {
  const glue = `arn:aws:glue:${region}:${accountId}`;
  return [
    {
      Sid: 'WriteTables',
      Effect: 'Allow',
      Action: [
        'glue:BatchCreatePartition',
        'glue:BatchGetPartition',
        'glue:BatchUpdatePartition',
        'glue:CreatePartition',
        'glue:CreateTable',
        'glue:GetDatabase',
        'glue:GetPartition',
        'glue:GetPartitions',
        'glue:GetTable',
        'glue:GetTables',
        'glue:UpdatePartition',
        'glue:UpdateTable',
      ],
      Resource: [`${glue}:catalog`, `${glue}:database/${database.name}`, `${glue}:table/${database.name}/*`],
    },
  ];
}

/**
 * Crawlers with a security configuration log to a group called after their role and the configuration. It is
 * made here, so that it has a retention; the crawler may still make one and tie it to the key, since the name
 * is Glue's affair ("Setting up AWS Glue to use security configurations",
 * https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html).
 */
function writesLogs({ accountId, region }: CrawlerProps): PolicyStatement {
  return {
    Sid: 'WriteLogs',
    Effect: 'Allow',
    Action: ['logs:AssociateKmsKey', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: `arn:aws:logs:${region}:${accountId}:log-group:/aws-glue/crawlers*`,
  };
}
