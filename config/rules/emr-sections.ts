import type { EnvironmentConfig } from '../schema/environment';
import type { Path } from '../source/location';
import type { Subject } from '../subject';
import type { Draft } from '../validate/draft';
import type { EmrConfig } from '../schema/emr';

type ClusterDraft = Draft<EmrConfig['transient']>;
type StepRoleDraft = Draft<EmrConfig['stepRoles'][string]>;

/** A section of a stage's file with its place. */
export interface Section<T> {
  readonly value: T;
  readonly path: Path;
}

/** Long-running clusters and the size of transient ones. */
export function clusterSections(stage: Subject<EnvironmentConfig>): Section<ClusterDraft>[] {
  const { clusters, transient } = stage.config.emr ?? {};
  return [
    ...Object.entries(clusters ?? {}).map(([name, value]) => ({ value, path: ['emr', 'clusters', name] })),
    { value: transient, path: ['emr', 'transient'] },
  ].flatMap(({ value, path }) => (value ? [{ value, path }] : []));
}

/** Step roles by name. */
export function stepRoleSections(
  stage: Subject<EnvironmentConfig>,
): (Section<StepRoleDraft> & { readonly name: string })[] {
  return Object.entries(stage.config.emr?.stepRoles ?? {}).flatMap(([name, value]) =>
    value ? [{ name, value, path: ['emr', 'stepRoles', name] }] : [],
  );
}
