/**
 * What Athena allows in a work group, as data.
 *
 * Sources: `WorkGroupConfiguration` of the Athena API
 * (https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html) and "Athena engine
 * versioning" (https://docs.aws.amazon.com/athena/latest/ug/engine-versions.html).
 */
export const ATHENA_LIMITS = {
  workGroupNameLength: 128,
  /** Bytes: 10 MB; the API takes 10,000,000, the Terraform provider 10,485,760, so the larger holds. */
  smallestScanLimitBytes: 10_485_760,
} as const;

/** Engine versions a work group can be told to use. */
export const ATHENA_ENGINE_VERSIONS = ['AUTO', 'Athena engine version 3'] as const;
