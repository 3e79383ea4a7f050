/**
 * What AWS's environment verifier looks at, as far as it can be known before an environment is deployed: a check
 * for each, over the synthesised stack and the files beside it. Where AWS asks its simulation of IAM, the policies of
 * the execution role are evaluated here. What shows only once an environment runs is left out: connections, metrics,
 * logs, Airflow's REST API, a test DAG.
 */
import type { Attachments } from '../../config';
import type { StackJson } from '../deploy-model';
import { bucket } from './bucket';
import type { Check, Finding } from './check';
import { dagCount } from './dag-count';
import { dagIgnoreFile } from './dag-ignore-file';
import { endpoints } from './endpoints';
import { executionRole } from './execution-role';
import { keyAdmitsLogs } from './key-admits-logs';
import { networkAcls } from './network-acls';
import { options } from './options';
import { routesArePrivate } from './routes-are-private';
import { secretsBackend } from './secrets-backend';
import { securityGroup } from './security-group';
import { subnetsInTwoZones } from './subnets-in-two-zones';
import { VerifiedEnvironment } from './verified-environment';

export type { Check, Finding } from './check';

/** All checks, in the order of AWS's verifier. */
export const CHECKS: readonly Check[] = [
  executionRole,
  keyAdmitsLogs,
  secretsBackend,
  networkAcls,
  subnetsInTwoZones,
  routesArePrivate,
  endpoints,
  securityGroup,
  bucket,
  dagCount,
  dagIgnoreFile,
  options,
];

/** What the checks found in one environment. */
export interface Verified {
  /** Name of the environment. */
  readonly environment: string;
  readonly results: readonly { readonly check: Check; readonly findings: readonly Finding[] }[];
}

/** Runs all checks on all environments of a stack. */
export function verify(json: StackJson, files: Attachments): Verified[] {
  return VerifiedEnvironment.inStack(json, files).map((environment) => ({
    environment: environment.name,
    results: CHECKS.map((check) => ({ check, findings: check.check(environment) })),
  }));
}
