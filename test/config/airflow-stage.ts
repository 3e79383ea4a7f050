import { type Files, stageFile } from './environment-folder';

/** The constraints file of an Airflow and Python version, as requirements.txt names it. */
export function constraint(airflow: string, python: string): string {
  return `--constraint "https://raw.githubusercontent.com/apache/airflow/constraints-${airflow}/constraints-${python}.txt"`;
}

/** A stage `two` with an MWAA environment `main` of Airflow 2.11.2; its further lines begin with line 11. */
export function airflowStage(...lines: string[]): Files {
  return airflowStageOf('2.11.2', ...lines);
}

/** The same, of another version, which stands in line 10, column 14. */
export function airflowStageOf(version: string, ...lines: string[]): Files {
  const settings = [`version: ${version}`, ...lines].map((line) => `    ${line}`);
  return { 'two.yaml': stageFile('two', '10.2.0.0/16', 'airflow:', '  main:', ...settings) };
}
