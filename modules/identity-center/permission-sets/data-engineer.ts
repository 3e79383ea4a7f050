import { policyDocument, type PolicyStatement } from '../../iam/policy-document';
import type { PermissionSetDefinition } from '../permission-set-definition';
import { airflowAccess } from './airflow-role';
import { applicationHistory, clusterInsight, nodeShell } from './cluster-insight';
import { lakeBucketArn, lakeQueries, type Zone } from './lake-queries';
import { inOwnAccount } from './own-account';

/** A prefix of a zone, ending in a slash. */
export interface ZonePrefix {
  readonly zone: Zone;
  readonly prefix: string;
}

/** What of the lake the engineers call theirs. */
export interface DataEngineerProps {
  readonly reads: readonly ZonePrefix[];
  /** Where they also write and delete by hand. */
  readonly writes: readonly ZonePrefix[];
}

const ZONES: readonly Zone[] = ['raw', 'curated'];

/** Builds pipelines: looks into clusters and steps, runs DAGs, queries the prefixes that are the team's. */
export function dataEngineer({ reads, writes }: DataEngineerProps): PermissionSetDefinition {
  const readable = [...reads, ...writes];
  const statements: PolicyStatement[] = [
    ...lakeQueries({
      workGroup: 'engineers',
      zones: ZONES.map((zone) => ({
        zone,
        prefixes: [...new Set(readable.filter((place) => place.zone === zone).map(({ prefix }) => prefix))],
      })),
    }),
    ...writeStatements(writes),
    ...airflowAccess('User'),
    ...clusterInsight(),
    ...applicationHistory(),
    ...nodeShell(),
  ];
  return {
    name: 'DataEngineer',
    description: 'Builds pipelines: debugs on EMR, runs and reads DAGs, queries and files of the team',
    session: 'PT8H',
    inlinePolicy: policyDocument(statements),
  };
}

function writeStatements(writes: readonly ZonePrefix[]): PolicyStatement[] {
  if (writes.length === 0) return [];
  return inOwnAccount([
    {
      Sid: 'WriteOwnPrefixes',
      Effect: 'Allow',
      Action: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:ListMultipartUploadParts', 's3:PutObject'],
      Resource: writes.map(({ zone, prefix }) => `${lakeBucketArn(zone)}/${prefix}*`),
    },
  ]);
}
