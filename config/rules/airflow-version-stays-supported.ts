import { END_OF_SUPPORT_NOTICE_DAYS } from '../limits/mwaa';
import { airflowSections, airflowVersions } from './airflow-sections';
import type { Rule } from './rule';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A warning: support of this version ends soon. */
export const airflowVersionStaysSupported: Rule = (landscape) => {
  const versions = airflowVersions(landscape.organization);
  const today = Date.parse(landscape.today);
  return airflowSections(landscape).flatMap(({ stage, value, path }) => {
    const end = value.version === undefined ? undefined : versions[value.version]?.endOfSupport;
    if (end === undefined) return [];
    const days = Math.round((Date.parse(end) - today) / DAY_MS);
    if (days <= 0 || days > END_OF_SUPPORT_NOTICE_DAYS) return [];
    const text = `AWS supports Airflow ${value.version} until ${end}, in ${days} ${days === 1 ? 'day' : 'days'}; plan the upgrade (docs/runbooks/airflow-upgrade.md)`;
    return [stage.problem(text, [...path, 'version'])];
  });
};
