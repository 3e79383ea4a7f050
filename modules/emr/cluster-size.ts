/** Core or task nodes of a cluster. */
export interface NodeGroupSize {
  readonly instanceType: string;
  /** Nodes that are always there. */
  readonly min: number;
  /** Nodes that managed scaling may go up to. */
  readonly max: number;
  /** GiB of each node's encrypted volume. */
  readonly volumeGb: number;
}

/** How large a cluster is and when it ends. */
export interface ClusterSize {
  /** Always one primary node: runtime roles do not work with several. */
  readonly primary: { readonly instanceType: string };
  readonly core: NodeGroupSize;
  /**
   * Nodes that compute and hold no data.
   *
   * @default - none
   */
  readonly task?: NodeGroupSize;
  /**
   * Minutes without work after which the cluster ends itself.
   *
   * @default - it runs until somebody ends it
   */
  readonly idleTimeoutMinutes?: number;
  /** Steps that run side by side, 1 to 256 (`StepConcurrencyLevel` of RunJobFlow). */
  readonly stepConcurrency: number;
}

/** Limits of managed scaling, in EMR's terms. */
export interface ScalingLimits {
  readonly minimum: number;
  readonly maximum: number;
  readonly maximumCore: number;
}

/**
 * Bounds for managed scaling. The primary node does not count; core and task nodes count together, and all
 * are on-demand ones.
 *
 * Source: "Using managed scaling in Amazon EMR", parameters
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-managed-scaling.html).
 */
export function scalingLimits({ core, task }: ClusterSize): ScalingLimits {
  return {
    minimum: core.min + (task?.min ?? 0),
    maximum: core.max + (task?.max ?? 0),
    maximumCore: core.max,
  };
}
