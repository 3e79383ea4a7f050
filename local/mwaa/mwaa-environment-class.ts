import { mwaaValidation } from './mwaa-errors';

interface Range {
  readonly min: number;
  readonly max: number;
}

/** How many of each an environment may have, and has when nobody says. */
interface EnvironmentClass {
  readonly schedulers: Range & { readonly default: number };
  readonly webservers: Range & { readonly default: number };
  readonly workers: Range & { readonly defaultMin: number; readonly defaultMax: number };
}

const ONE = { min: 1, max: 1, default: 1 } as const;
const MICRO: EnvironmentClass = {
  schedulers: ONE,
  webservers: ONE,
  workers: { min: 1, max: 1, defaultMin: 1, defaultMax: 1 },
};
/** 25 workers are the default quota "Workers per environment", which AWS raises on request. */
const LARGER: EnvironmentClass = {
  schedulers: { min: 2, max: 5, default: 2 },
  webservers: { min: 2, max: 5, default: 2 },
  workers: { min: 1, max: 25, defaultMin: 1, defaultMax: 10 },
};

/**
 * Sources: https://docs.aws.amazon.com/mwaa/latest/userguide/environment-class.html,
 * https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-quotas.html and the fields of
 * https://docs.aws.amazon.com/mwaa/latest/API/API_CreateEnvironment.html
 */
const CLASSES: Readonly<Record<string, EnvironmentClass>> = {
  'mw1.micro': MICRO,
  'mw1.small': LARGER,
  'mw1.medium': LARGER,
  'mw1.large': LARGER,
  'mw1.xlarge': LARGER,
  'mw1.2xlarge': LARGER,
};

export const DEFAULT_ENVIRONMENT_CLASS = 'mw1.small';

/** What an environment's size is made of, in the field names of MWAA's model. */
export interface EnvironmentSize {
  readonly EnvironmentClass: string;
  readonly Schedulers: number;
  readonly MinWorkers: number;
  readonly MaxWorkers: number;
  readonly MinWebservers: number;
  readonly MaxWebservers: number;
}

/** Fills in what is not given, from the class. */
export function sizeOf(given: Partial<EnvironmentSize>): EnvironmentSize {
  const name = given.EnvironmentClass ?? DEFAULT_ENVIRONMENT_CLASS;
  const { schedulers, webservers, workers } = classNamed(name);
  return {
    EnvironmentClass: name,
    Schedulers: given.Schedulers ?? schedulers.default,
    MinWorkers: given.MinWorkers ?? workers.defaultMin,
    // Whoever asks for more at least than the default is at most means one number for both.
    MaxWorkers: given.MaxWorkers ?? Math.max(workers.defaultMax, given.MinWorkers ?? 0),
    MinWebservers: given.MinWebservers ?? webservers.default,
    MaxWebservers: given.MaxWebservers ?? Math.max(webservers.default, given.MinWebservers ?? 0),
  };
}

/** Refuses a size that the class does not have. */
export function checkSize(size: EnvironmentSize): void {
  const name = size.EnvironmentClass;
  const { schedulers, webservers, workers } = classNamed(name);
  checkCount(`Scheduler count for ${name}`, size.Schedulers, schedulers);
  for (const count of [size.MinWebservers, size.MaxWebservers])
    checkCount(`Web server count for ${name}`, count, webservers);
  for (const count of [size.MinWorkers, size.MaxWorkers])
    checkCount(`Worker count for ${name}`, count, workers);
  if (size.MinWorkers > size.MaxWorkers)
    throw mwaaValidation(
      `MinWorkers (${size.MinWorkers}) must not be greater than MaxWorkers (${size.MaxWorkers})`,
    );
  if (size.MinWebservers > size.MaxWebservers)
    throw mwaaValidation(
      `MinWebservers (${size.MinWebservers}) must not be greater than MaxWebservers (${size.MaxWebservers})`,
    );
}

function checkCount(what: string, count: number, { min, max }: Range): void {
  if (count >= min && count <= max) return;
  throw mwaaValidation(`${what} must be ${min === max ? min : `between ${min} and ${max}`}, found ${count}`);
}

function classNamed(name: string): EnvironmentClass {
  const found = CLASSES[name];
  if (found !== undefined) return found;
  const classes = Object.keys(CLASSES).join(', ');
  throw mwaaValidation(`Environment class ${name} is not supported. Supported classes: ${classes}`);
}
