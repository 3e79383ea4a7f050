import type { ITerraformDependable } from 'cdktf';

/**
 * Where things of EMR lie in the artifacts bucket. Policies and clusters read the same list, so that what a
 * cluster writes is what its role may write.
 */
export const EMR_ARTIFACT_PREFIXES = {
  /** Logs of clusters and steps. */
  logs: 'emr-logs/',
  /** Certificates for encryption between nodes. Holds private keys: read by cluster nodes only. */
  certificates: 'emr-tls/',
  /** Scripts that run while a node starts. */
  bootstrap: 'bootstrap/',
  /** Code of jobs: each step role reads `jobs/<its name>/`. */
  jobs: 'jobs/',
} as const;

/** A bucket that clusters use. */
export interface BucketProps {
  readonly name: string;
  /** The same name, for what must not wait for the bucket. */
  readonly plannedName: string;
  readonly arn: string;
  /**
   * What makes the bucket private, versioned and encrypted.
   *
   * @default - nothing to wait for: it was there before
   */
  readonly ready?: readonly ITerraformDependable[];
}
