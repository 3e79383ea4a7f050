import { DEFAULT_WORKERS, MWAA_CLASSES, type MwaaClassName } from './limits/mwaa';

/** The parts of a size that a file may leave to the class. */
export interface PartialAirflowSize {
  readonly class?: MwaaClassName;
  readonly workers?: { readonly min?: number; readonly max?: number };
  readonly schedulers?: number;
  readonly webServers?: { readonly min?: number; readonly max?: number };
}

/** How many of each part an environment has. */
export interface AirflowSize {
  readonly workers: { readonly min: number; readonly max: number };
  readonly schedulers: number;
  readonly webServers: { readonly min: number; readonly max: number };
}

/**
 * All numbers of an environment, those that are not given filled in from its class. All are always said to AWS:
 * its own defaults do not fit mw1.micro (hashicorp/terraform-provider-aws#41681).
 */
export function airflowSize({ class: name = 'mw1.small', ...given }: PartialAirflowSize): AirflowSize {
  const allowed = MWAA_CLASSES[name];
  const webServersMin = given.webServers?.min ?? allowed.webServers.min;
  const workersMin = given.workers?.min ?? DEFAULT_WORKERS.min;
  return {
    workers: {
      min: workersMin,
      max: given.workers?.max ?? Math.max(workersMin, Math.min(DEFAULT_WORKERS.max, allowed.workers.max)),
    },
    schedulers: given.schedulers ?? allowed.schedulers.min,
    webServers: { min: webServersMin, max: given.webServers?.max ?? webServersMin },
  };
}
