import type { Problem } from '../problem';
import { quote } from '../quote';
import { type AirflowSection, airflowSections, airflowVersions } from './airflow-sections';
import type { Landscape, Rule } from './rule';

/** A line of requirements.txt that names a constraints file, in both spellings pip knows. */
const CONSTRAINT = /^\s*(?:-c|--constraint)(?:\s+|=)["']?([^\s"']+)/;
const AIRFLOWS_OWN = /\/constraints-([\d.]+)\/constraints-(?:no-providers-|source-providers-)?([\d.]+)\.txt$/;
/** The same file as it is brought along with the plugins. */
const BROUGHT_ALONG = /\/constraints-(\d[\d.]*)-(\d[\d.]*)\.txt$/;

/**
 * requirements.txt names Airflow's constraints file for the version of Airflow and Python that the environment
 * runs: with another one, or none, pip installs what breaks the environment half an hour later.
 *
 * Source: "Installing Python dependencies", constraints file
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/working-dags-dependencies.html).
 */
export const airflowRequirementsConstrained: Rule = (landscape) =>
  airflowSections(landscape).flatMap((section) => problemsOf(section, landscape));

function problemsOf({ stage, value, path }: AirflowSection, landscape: Landscape): Problem[] {
  const { requirements, version } = value;
  if (requirements === undefined || version === undefined) return [];
  const attached = landscape.attachments.file(requirements);
  if (!('found' in attached)) return [];
  const lines = attached.found.toString('utf8').split(/\r?\n/);
  if (lines.every((line) => /^\s*(?:#.*)?$/.test(line))) return [];

  const file = `environments/${requirements}`;
  const at = (line: number, text: string): Problem => ({ at: { file, line, column: 1 }, path: '', text });
  const asked = `for airflow.${path.at(-1)} of ${stage.name} (Airflow ${version})`;
  const python = airflowVersions(landscape.organization)[version]?.python;
  const cutOff = whatIsCutOff(value.webServerAccess, stage.config.network?.natGateways);
  const right = constraintOf(version, python ?? '<python>', cutOff !== undefined);

  const problems: Problem[] = [];
  const constraints = lines.flatMap((line, index) => {
    const target = CONSTRAINT.exec(line)?.[1];
    return target === undefined ? [] : [{ target, line: index + 1 }];
  });
  if (constraints.length === 0) {
    problems.push(at(1, `expected a constraints file ${asked}, found none; begin the file with ${right}`));
  }
  for (const { target, line } of constraints) {
    // --no-index is about packages: pip fetches constraints by their URL all the same.
    if (cutOff !== undefined && /^https?:/i.test(target)) {
      const text = `expected a constraints file among the plugins ${asked}: ${cutOff} cannot fetch one from the internet; found ${quote(target)}; put the file into plugins and write ${right}`;
      problems.push(at(line, text));
      continue;
    }
    // A file of the team's own, brought along with the wheels, is theirs to keep right.
    const [, airflow, foundPython] = AIRFLOWS_OWN.exec(target) ?? BROUGHT_ALONG.exec(target) ?? [];
    if (airflow === undefined || foundPython === undefined) continue;
    if (airflow === version && (python === undefined || foundPython === python)) continue;
    const found = `Airflow ${airflow} with Python ${foundPython}`;
    const expected = python === undefined ? `Airflow ${version}` : `Airflow ${version} with Python ${python}`;
    problems.push(
      at(line, `expected the constraints of ${expected} ${asked}, found those of ${found}; write ${right}`),
    );
  }
  if (cutOff !== undefined && !bringsPackages(lines)) {
    const text = `expected --no-index and --find-links /usr/local/airflow/plugins ${asked}: ${cutOff} cannot install from the internet; found ${bringsSome(lines) ? 'one of the two' : 'neither'}; package the wheels into plugins (docs/modules/mwaa.md)`;
    problems.push(at(1, text));
  }
  return problems;
}

function constraintOf(airflow: string, python: string, isCutOff: boolean): string {
  const file = isCutOff
    ? `/usr/local/airflow/plugins/constraints-${airflow}-${python}.txt`
    : `https://raw.githubusercontent.com/apache/airflow/constraints-${airflow}/constraints-${python}.txt`;
  return `--constraint "${file}"`;
}

const OF_BROUGHT_PACKAGES = [/^\s*--no-index\b/, /^\s*(?:--find-links|-f)\b/];

function bringsPackages(lines: readonly string[]): boolean {
  return OF_BROUGHT_PACKAGES.every((option) => lines.some((line) => option.test(line)));
}

function bringsSome(lines: readonly string[]): boolean {
  return OF_BROUGHT_PACKAGES.some((option) => lines.some((line) => option.test(line)));
}

/** What has no way to a package index. */
function whatIsCutOff(access: string | undefined, nat: string | undefined): string | undefined {
  if (nat === 'none') return 'a worker in a VPC without NAT gateways';
  return access === 'PRIVATE_ONLY' ? 'a private web server' : undefined;
}
