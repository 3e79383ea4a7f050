import type { Problem } from '../problem';
import { quote } from '../quote';
import {
  amongPlugins,
  askedBy,
  NO_INDEX,
  pluginFiles,
  PLUGINS_FOLDER,
  pythonOf,
  requirementsOf,
} from './airflow-constraints';
import { type AirflowSection, airflowSections } from './airflow-sections';
import type { Landscape, Rule } from './rule';

/**
 * requirements.txt names Airflow's constraints file for the version of Airflow and Python that the environment
 * runs: with another one, or none, pip installs what breaks the environment half an hour later.
 *
 * Source: "Installing Python dependencies", constraints file
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/working-dags-dependencies.html).
 */
export const airflowRequirementsConstrained: Rule = (landscape) =>
  airflowSections(landscape).flatMap((section) => problemsOf(section, landscape));

function problemsOf(section: AirflowSection, landscape: Landscape): Problem[] {
  const { stage, value } = section;
  const requirements = requirementsOf(section, landscape);
  if (requirements === undefined || value.version === undefined) return [];
  const { file, lines, constraints } = requirements;
  const at = (line: number, text: string): Problem => ({ at: { file, line, column: 1 }, path: '', text });
  const asked = askedBy(section);
  const python = pythonOf(section, landscape);
  const cutOff = whatIsCutOff(value.webServerAccess, stage.config.network?.natGateways);
  const right = constraintOf(value.version, python ?? '<python>', cutOff !== undefined);

  const problems: Problem[] = [];
  if (constraints.length === 0) {
    problems.push(at(1, `expected a constraints file ${asked}, found none; begin the file with ${right}`));
  }
  for (const { target, line, madeFor } of constraints) {
    // --no-index is about packages: pip fetches constraints by their URL all the same.
    if (cutOff !== undefined && /^https?:/i.test(target)) {
      const text = `expected a constraints file among the plugins ${asked}: ${cutOff} cannot fetch one from the internet; found ${quote(target)}; put the file into plugins and write ${right}`;
      problems.push(at(line, text));
      continue;
    }
    const brought = amongPlugins(target);
    if (brought !== undefined && pluginFiles(section, landscape)?.includes(brought) === false) {
      const text = `expected ${brought} in environments/${value.plugins} ${asked}, found no such file; put it there: pip stops where it cannot read its constraints`;
      problems.push(at(line, text));
    }
    // A file of the team's own is theirs to keep right: airflow-constraints-known says so.
    if (madeFor === undefined) continue;
    if (madeFor.airflow === value.version && (python === undefined || madeFor.python === python)) continue;
    const found = `Airflow ${madeFor.airflow} with Python ${madeFor.python}`;
    const expected =
      python === undefined ? `Airflow ${value.version}` : `Airflow ${value.version} with Python ${python}`;
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
    ? `${PLUGINS_FOLDER}constraints-${airflow}-${python}.txt`
    : `https://raw.githubusercontent.com/apache/airflow/constraints-${airflow}/constraints-${python}.txt`;
  return `--constraint "${file}"`;
}

const OF_BROUGHT_PACKAGES = [NO_INDEX, /^\s*(?:--find-links|-f)\b/];

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
