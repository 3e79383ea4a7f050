import { TABLE_READS } from '../glue/table-reads';
import type { PolicyStatement } from '../iam/policy-document';

/** A work group and where its results go. */
export interface QueryWorkGroup {
  readonly name: string;
  readonly resultsBucketArn: string;
  /** Ends in a slash. */
  readonly resultsPrefix: string;
}

/** A Glue database whose tables lie in one bucket. */
export interface QueryDatabase {
  readonly name: string;
  readonly bucketArn: string;
  /**
   * Prefixes of the bucket whose data may be read, each ending in a slash.
   *
   * @default - all of the bucket
   */
  readonly prefixes?: readonly string[];
}

export interface QueryStatementsProps {
  /** `*` where the same policy is used in several accounts. */
  readonly accountId: string;
  /** `*` where the same policy is used in several regions. */
  readonly region: string;
  readonly workGroups: readonly QueryWorkGroup[];
  readonly databases: readonly QueryDatabase[];
  /** Key of data, results and catalog. */
  readonly kmsKeyArn: string;
}

/**
 * Rights to run queries in some work groups over some databases, and to read their results. Athena reads data and
 * writes results with the rights of whoever asks.
 *
 * Sources: "Example workgroup policies" (https://docs.aws.amazon.com/athena/latest/ug/example-policies-workgroup.html),
 * "Configure access to databases and tables in the AWS Glue Data Catalog"
 * (https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html).
 */
export function queryStatements(props: QueryStatementsProps): PolicyStatement[] {
  if (props.workGroups.length === 0) return [];
  return [
    {
      Sid: 'RunQueries',
      Effect: 'Allow',
      Action: [
        'athena:BatchGetQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:GetQueryResultsStream',
        'athena:GetWorkGroup',
        'athena:ListQueryExecutions',
        'athena:StartQueryExecution',
        'athena:StopQueryExecution',
      ],
      Resource: props.workGroups.map(({ name }) => workGroupArn(props, name)),
    },
    {
      Sid: 'FindTheCatalog',
      Effect: 'Allow',
      Action: ['athena:GetDataCatalog', 'athena:GetDatabase', 'athena:GetTableMetadata'],
      Resource: `arn:aws:athena:${props.region}:${props.accountId}:datacatalog/AwsDataCatalog`,
    },
    ...catalogStatements(props),
    ...dataStatements(props),
    ...resultStatements(props),
    keyStatement(props, { Sid: 'UseTheDataKey', Action: ['kms:Decrypt', 'kms:GenerateDataKey'] }, 's3'),
    // All three whatever the query does: "Configure access from Athena to encrypted metadata in the AWS Glue Data
    // Catalog", https://docs.aws.amazon.com/athena/latest/ug/access-encrypted-data-glue-data-catalog.html
    keyStatement(
      props,
      { Sid: 'UseTheCatalogKey', Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'] },
      'glue',
    ),
  ];
}

/** Use of the key through one service. */
function keyStatement(
  { region, kmsKeyArn }: QueryStatementsProps,
  what: Pick<PolicyStatement, 'Sid' | 'Action'>,
  service: 'glue' | 's3',
): PolicyStatement {
  return {
    ...what,
    Effect: 'Allow',
    Resource: kmsKeyArn,
    Condition: {
      [region === '*' ? 'StringLike' : 'StringEquals']: {
        'kms:ViaService': `${service}.${region}.amazonaws.com`,
      },
    },
  };
}

function workGroupArn({ region, accountId }: QueryStatementsProps, name: string): string {
  return `arn:aws:athena:${region}:${accountId}:workgroup/${name}`;
}

function catalogStatements({ region, accountId, databases }: QueryStatementsProps): PolicyStatement[] {
  const prefix = `arn:aws:glue:${region}:${accountId}`;
  return [
    {
      Sid: 'ReadTables',
      Effect: 'Allow',
      Action: [...TABLE_READS],
      Resource: [
        `${prefix}:catalog`,
        // Athena asks for `default` whatever the query is about; without it no query runs.
        `${prefix}:database/default`,
        ...databases.flatMap(({ name }) => [`${prefix}:database/${name}`, `${prefix}:table/${name}/*`]),
      ],
    },
  ];
}

function dataStatements({ databases }: QueryStatementsProps): PolicyStatement[] {
  if (databases.length === 0) return [];
  const whole = databases.filter(({ prefixes }) => prefixes === undefined);
  const inPart = databases.filter(({ prefixes = [] }) => prefixes.length > 0);
  const objects = databases.flatMap(({ bucketArn, prefixes = [''] }) =>
    prefixes.map((prefix) => `${bucketArn}/${prefix}*`),
  );
  return [
    ...(objects.length === 0
      ? []
      : [{ Sid: 'ReadData', Effect: 'Allow', Action: 's3:GetObject', Resource: objects } as const]),
    ...(whole.length === 0
      ? []
      : [
          {
            Sid: 'ListData',
            Effect: 'Allow',
            Action: ['s3:GetBucketLocation', 's3:ListBucket'],
            Resource: whole.map(({ bucketArn }) => bucketArn),
          } as const,
        ]),
    ...inPart.flatMap(listStatements),
  ];
}

/** A statement per bucket: a prefix of one is not to be listed in another. */
function listStatements({ name, bucketArn, prefixes = [] }: QueryDatabase): PolicyStatement[] {
  // Sids have letters and digits only.
  const place = `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replace(/[^A-Za-z0-9]/g, '');
  return [
    {
      Sid: `List${place}`,
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: bucketArn,
      Condition: { StringLike: { 's3:prefix': prefixes.map((prefix) => `${prefix}*`) } },
    },
    { Sid: `Find${place}`, Effect: 'Allow', Action: 's3:GetBucketLocation', Resource: bucketArn },
  ];
}

function resultStatements({ workGroups }: QueryStatementsProps): PolicyStatement[] {
  const buckets = [...new Set(workGroups.map(({ resultsBucketArn }) => resultsBucketArn))];
  return [
    {
      Sid: 'WriteAndReadResults',
      Effect: 'Allow',
      Action: ['s3:AbortMultipartUpload', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
      Resource: workGroups.map(
        ({ resultsBucketArn, resultsPrefix }) => `${resultsBucketArn}/${resultsPrefix}*`,
      ),
    },
    {
      Sid: 'ListResults',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: buckets,
      Condition: { StringLike: { 's3:prefix': workGroups.map(({ resultsPrefix }) => `${resultsPrefix}*`) } },
    },
    {
      Sid: 'FindResults',
      Effect: 'Allow',
      Action: ['s3:GetBucketLocation', 's3:ListBucketMultipartUploads'],
      Resource: buckets,
    },
  ];
}
