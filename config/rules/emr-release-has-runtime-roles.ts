import { coerce, lt } from 'semver';
import { FIRST_RELEASE_WITH_RUNTIME_ROLES } from '../limits/emr';
import type { Rule } from './rule';

/** The release of the clusters can run steps under roles of their own, which all our clusters ask for. */
export const emrReleaseHasRuntimeRoles: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const release = stage.config.emr?.release;
    if (release === undefined || !isBefore(release, FIRST_RELEASE_WITH_RUNTIME_ROLES)) return [];
    const text = `${release} cannot run steps under step roles; use ${FIRST_RELEASE_WITH_RUNTIME_ROLES} or a later release`;
    return [stage.problem(text, ['emr', 'release'])];
  });

/** Compares the numbers of labels; those of `emr-spark` began long after the feature did. */
function isBefore(label: string, other: string): boolean {
  const [version, first] = [coerce(label), coerce(other)];
  return version !== null && first !== null && lt(version, first);
}
