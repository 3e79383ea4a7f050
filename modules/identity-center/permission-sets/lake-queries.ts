import { type QueryDatabase, queryStatements } from '../../athena/query-statements';
import type { PolicyStatement } from '../../iam/policy-document';
import { lakeBucketName } from '../../lake/lake-bucket-name';
import { inOwnAccount, OWN_ACCOUNT } from './own-account';

/** A zone of the lake, whose database is called the same. */
export type Zone = 'raw' | 'curated';

/** ARN of a bucket of the lake in whichever account. Each account holds one stage, whose name begins the bucket's. */
export function lakeBucketArn(purpose: Zone | 'queryResults'): string {
  return `arn:aws:s3:::${lakeBucketName('*', purpose, OWN_ACCOUNT)}`;
}

export interface LakeQueriesProps {
  readonly workGroup: string;
  /** What of the lake may be read: a whole zone, or prefixes of it that end in a slash. */
  readonly zones: readonly { readonly zone: Zone; readonly prefixes?: readonly string[] }[];
}

/**
 * Rights of people to query a part of the lake in one work group, in whichever account.
 *
 * Source: "Example workgroup policies" (https://docs.aws.amazon.com/athena/latest/ug/example-policies-workgroup.html).
 */
export function lakeQueries({ workGroup, zones }: LakeQueriesProps): PolicyStatement[] {
  const queries = queryStatements({
    accountId: '*',
    region: '*',
    workGroups: [
      { name: workGroup, resultsBucketArn: lakeBucketArn('queryResults'), resultsPrefix: `${workGroup}/` },
    ],
    databases: zones.map(({ zone, ...part }): QueryDatabase => ({
      name: zone,
      bucketArn: lakeBucketArn(zone),
      ...part,
    })),
    // Keys have ids that AWS chooses; their aliases say what they are for.
    kmsKeyArn: 'arn:aws:kms:*:*:key/*',
  });
  return [
    ...queries.flatMap((statement) =>
      isShareable(statement) ? inOwnAccount([onlyDataKeys(statement)]) : [statement],
    ),
    {
      Sid: 'ReadSavedQueries',
      Effect: 'Allow',
      Action: [
        'athena:BatchGetNamedQuery',
        'athena:GetNamedQuery',
        'athena:GetPreparedStatement',
        'athena:ListNamedQueries',
        'athena:ListPreparedStatements',
      ],
      Resource: `arn:aws:athena:*:*:workgroup/${workGroup}`,
    },
    {
      Sid: 'BrowseTheCatalog',
      Effect: 'Allow',
      Action: ['athena:ListDatabases', 'athena:ListTableMetadata'],
      Resource: 'arn:aws:athena:*:*:datacatalog/AwsDataCatalog',
    },
    {
      Sid: 'FindWorkGroupsAndCatalogs',
      Effect: 'Allow',
      Action: ['athena:ListDataCatalogs', 'athena:ListEngineVersions', 'athena:ListWorkGroups'],
      // The lists are of the account: AWS has no resource type for these actions. They tell names, and no data.
      Resource: '*',
    },
  ];
}

/** Buckets, keys and catalogs can be opened to other accounts by whoever owns them; work groups cannot. */
function isShareable({ Action }: PolicyStatement): boolean {
  return [Action].flat().every((action) => /^(?:glue|kms|s3):/.test(action));
}

/** Keys of logs and of Airflow stay shut: a stage calls the key of its data `<stage>-data`. */
function onlyDataKeys(statement: PolicyStatement): PolicyStatement {
  if (!['UseTheDataKey', 'UseTheCatalogKey'].includes(statement.Sid)) return statement;
  return {
    ...statement,
    Condition: {
      ...statement.Condition,
      'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/*-data' },
    },
  };
}
