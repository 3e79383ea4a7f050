import semver from 'semver';
import { mwaaValidation } from './mwaa-errors';

/**
 * Versions that an environment can be created with, oldest first.
 *
 * Source: https://docs.aws.amazon.com/mwaa/latest/userguide/airflow-versions.html, read in September 2026.
 */
export const AIRFLOW_VERSIONS: readonly string[] = [
  '2.7.2', '2.8.1', '2.9.2', '2.10.1', '2.10.3', '2.11.0', '2.11.2', '3.0.6', '3.2.1', '3.3.1',
]; // prettier-ignore

/** Versions whose support has ended, with the day it did (same source). */
const ENDED_AIRFLOW_VERSIONS: Readonly<Record<string, string>> = {
  '1.10.12': '2024-02-21',
  '2.0.2': '2024-04-29',
  '2.2.2': '2024-06-27',
  '2.4.3': '2025-12-30',
  '2.5.1': '2025-12-30',
  '2.6.3': '2025-12-30',
};

/** "If no value is specified, it defaults to the latest version" (CreateEnvironment, AirflowVersion). */
export const LATEST_AIRFLOW_VERSION = AIRFLOW_VERSIONS[AIRFLOW_VERSIONS.length - 1] as string;

/** Refuses a version that no environment can be brought to. */
export function checkAirflowVersion(version: string): void {
  if (AIRFLOW_VERSIONS.includes(version)) return;
  const ended = ENDED_AIRFLOW_VERSIONS[version];
  const why = ended === undefined ? 'is not supported' : `is no longer supported since ${ended}`;
  throw mwaaValidation(
    `Airflow version ${version} ${why}. Supported versions: ${AIRFLOW_VERSIONS.join(', ')}`,
  );
}

/**
 * Refuses a change of version that MWAA does not make in place. Between minor versions it goes either way;
 * from 2.x to 3.x and back it goes from and to 2.11.x only.
 *
 * Source: https://docs.aws.amazon.com/mwaa/latest/userguide/upgrading-environment.html. Until 2025 that page
 * said "You cannot downgrade": the local cloud does as the newer one.
 */
export function checkVersionChange(from: string, to: string): void {
  checkAirflowVersion(to);
  const [older, newer] = semver.lt(from, to) ? [from, to] : [to, from];
  if (semver.major(older) === semver.major(newer) || semver.satisfies(older, '2.11.x')) return;
  throw mwaaValidation(
    semver.lt(from, to)
      ? `Upgrading from Airflow version ${from} to ${to} is not supported. Upgrade to the latest 2.11.x version first`
      : `Downgrading from Airflow version ${from} to ${to} is not supported. Airflow 3 can only be downgraded to 2.11.x`,
  );
}

/** Whether a version knows a web server that is reached both from the internet and from the VPC. */
export function canBePublicAndPrivate(version: string): boolean {
  return semver.gte(version, '3.2.1');
}
