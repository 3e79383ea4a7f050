import { NO_INDEX, pluginFiles, requirementsOf } from './airflow-constraints';
import { airflowSections } from './airflow-sections';
import type { Rule } from './rule';

/** A line that names a package, with its name. */
const PACKAGE = /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)/;

/** What a package comes in: a wheel, or its source. Only those in the folder itself are looked at by --find-links. */
const DISTRIBUTION = /^([A-Za-z0-9][A-Za-z0-9._-]*?)-\d[^/]*\.(?:whl|tar\.gz|zip)$/;

/**
 * A warning: with --no-index, pip finds a package among the plugins or in MWAA's image, and nowhere else. What the image has
 * depends on the version, so a missing wheel need not be wrong.
 *
 * Source: "Installing Python dependencies", wheels in a plugins.zip
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/best-practices-dependencies.html).
 */
export const airflowWheelsPackaged: Rule = (landscape) =>
  airflowSections(landscape).flatMap((section) => {
    const requirements = requirementsOf(section, landscape);
    const files = pluginFiles(section, landscape);
    if (requirements === undefined || files === undefined) return [];
    const { file, lines } = requirements;
    if (!lines.some((line) => NO_INDEX.test(line))) return [];
    const packaged = new Set(files.flatMap((name) => DISTRIBUTION.exec(name)?.[1] ?? []).map(normalised));
    return lines.flatMap((line, index) => {
      const name = PACKAGE.exec(line)?.[1];
      if (name === undefined || packaged.has(normalised(name))) return [];
      const text = `no wheel of ${name} lies in environments/${section.value.plugins}, and with --no-index pip looks nowhere else for airflow.${section.name} of ${section.stage.name}; put it there, unless MWAA's image has the package`;
      return [{ at: { file, line: index + 1, column: 1 }, path: '', text }];
    });
  });

/** Packages are the same however their names are spelled: PEP 503, "Normalized Names". */
function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
