import { EMR_ARTIFACT_PREFIXES } from './artifact-prefixes';
import type { BucketPrefix } from './lake-statements';
import type { StepRoleJob } from './step-role';

/** Part of a zone of the lake. */
export interface ZonePrefix {
  /** Name of the zone. */
  readonly zone: string;
  /** Ends in a slash. */
  readonly prefix: string;
}

/** A job in terms of the lake's zones. */
export interface LakeJob {
  readonly description?: string;
  readonly reads: readonly ZonePrefix[];
  readonly writes: readonly ZonePrefix[];
  /** Glue databases by name. */
  readonly databases: StepRoleJob['databases'];
}

/**
 * Jobs in terms of buckets. Each also reads its own code, `jobs/<name>/` in the artifacts bucket, since it
 * fetches it under its own role.
 *
 * @throws Error when a job names a zone that has no bucket
 */
export function stepRoleJobs(
  jobs: Readonly<Record<string, LakeJob>>,
  zoneBucketArns: Readonly<Record<string, string>>,
  artifactsBucketArn: string,
): Record<string, StepRoleJob> {
  const place = ({ zone, prefix }: ZonePrefix): BucketPrefix => {
    const bucketArn = zoneBucketArns[zone];
    if (bucketArn === undefined) {
      throw new Error(`zone ${zone} has no bucket; there are ${Object.keys(zoneBucketArns).join(', ')}`);
    }
    return { bucketArn, prefix };
  };
  return Object.fromEntries(
    Object.entries(jobs).map(([name, { description, reads, writes, databases }]) => {
      const code = { bucketArn: artifactsBucketArn, prefix: `${EMR_ARTIFACT_PREFIXES.jobs}${name}/` };
      return [
        name,
        { description, reads: [...reads.map(place), code], writes: writes.map(place), databases },
      ];
    }),
  );
}
