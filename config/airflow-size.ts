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

/** The option that says how many tasks a worker runs at once: the most and the fewest, such as `10,5`. */
export const WORKER_AUTOSCALE = 'celery.worker_autoscale';

/**
 * Tasks that one worker runs at once, at most.
 *
 * Source: `celery.worker_autoscale` in "Performance tuning for Apache Airflow on Amazon MWAA"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/best-practices-tuning.html), and in Airflow's configuration
 * reference: max_concurrency,min_concurrency.
 */
export function tasksPerWorker(environment: {
  readonly class: MwaaClassName;
  readonly options: Readonly<Record<string, string>>;
}): number {
  const option = environment.options[WORKER_AUTOSCALE];
  const range = option === undefined ? undefined : parseAutoscale(option);
  return range?.max ?? MWAA_CLASSES[environment.class].tasksPerWorker;
}

/** The two numbers of the option; undefined when they are none, or crossed. */
export function parseAutoscale(text: string): { max: number; min: number } | undefined {
  const [, max, min] = (/^(\d+),\s*(\d+)$/.exec(text) ?? []).map(Number);
  if (max === undefined || min === undefined || max < 1 || max < min) return undefined;
  return { max, min };
}
