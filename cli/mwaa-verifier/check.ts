import type { VerifiedEnvironment } from './verified-environment';

/** Something that would keep an environment from starting or working. */
export interface Finding {
  /** Terraform address, or path of a file. */
  readonly at: string;
  /** What was expected, what was found, and the fix. */
  readonly text: string;
}

/**
 * One check of AWS's environment verifier that needs no deployed environment.
 *
 * Source: "verify_env" of AWS Support (https://github.com/awslabs/aws-support-tools/tree/master/MWAA/verify_env),
 * for what is checked; what is right stands in "Amazon MWAA" pages that each check names.
 */
export interface Check {
  /** Name of its file. */
  readonly id: string;
  /** What holds, as a statement. */
  readonly title: string;
  readonly check: (environment: VerifiedEnvironment) => Finding[];
}
