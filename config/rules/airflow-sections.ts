import { AIRFLOW_VERSIONS, type AirflowVersion } from '../limits/mwaa';
import type { AirflowConfig } from '../schema/airflow';
import type { EnvironmentConfig } from '../schema/environment';
import type { OrganizationConfig } from '../schema/organization';
import type { Path } from '../source/location';
import type { Subject } from '../subject';
import type { Draft } from '../validate/draft';
import type { Landscape } from './rule';

/** An MWAA environment in a stage's file. */
export interface AirflowSection {
  readonly stage: Subject<EnvironmentConfig>;
  readonly name: string;
  readonly value: Draft<AirflowConfig>;
  readonly path: Path;
}

/** Every MWAA environment of every stage. */
export function airflowSections({ stages }: Pick<Landscape, 'stages'>): AirflowSection[] {
  return stages.flatMap((stage) =>
    Object.entries(stage.config.airflow ?? {}).flatMap(([name, value]) =>
      value ? [{ stage, name, value, path: ['airflow', name] }] : [],
    ),
  );
}

/** Versions of Airflow by number: those known here, and over them those of organization.yaml. */
export function airflowVersions(
  organization: Subject<OrganizationConfig> | undefined,
): Readonly<Record<string, AirflowVersion>> {
  const own = Object.entries(organization?.config.airflowVersions ?? {}).flatMap(([version, entry]) =>
    entry?.python === undefined
      ? []
      : [[version, { python: entry.python, endOfSupport: entry.endOfSupport }] as const],
  );
  return { ...AIRFLOW_VERSIONS, ...Object.fromEntries(own) };
}

/** Major version: the 2 of 2.11.2. */
export function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}
