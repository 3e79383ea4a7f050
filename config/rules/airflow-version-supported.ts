import { airflowSections, airflowVersions } from './airflow-sections';
import type { Rule } from './rule';

/** AWS makes no environment of a version whose support has ended, and moves none to it. */
export const airflowVersionSupported: Rule = (landscape) => {
  const versions = airflowVersions(landscape.organization);
  return airflowSections(landscape).flatMap(({ stage, value, path }) => {
    const end = value.version === undefined ? undefined : versions[value.version]?.endOfSupport;
    if (end === undefined || end > landscape.today) return [];
    const supported = Object.keys(versions).filter((version) => {
      const { endOfSupport } = versions[version] ?? {};
      return endOfSupport === undefined || endOfSupport > landscape.today;
    });
    const text =
      `AWS ended its support of Airflow ${value.version} on ${end} and makes no such environment any more; ` +
      `take one of ${supported.join(', ')}, or, if AWS has moved the day, write it into airflowVersions in organization.yaml`;
    return [stage.problem(text, [...path, 'version'])];
  });
};
