import type { Command } from 'commander';
import type { EnvironmentConfig, Reading } from '../config';
import { repositoryRoot } from '../local/folders';

/** `lz check`: reads environments/ and names every problem, without network and credentials. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('check environments/ and name every problem (exit code 0: none, 1: some)')
    .option('--example', 'let the shipped example pass; it is let through in the local cloud anyway')
    .action(check);
}

async function check(options: { example?: boolean }): Promise<void> {
  const { ConfigError, formatProblem, placeholderProblems, readConfig } = await import('../config');
  const reading = readConfig(repositoryRoot(process.cwd()));
  const warned = reading.warnings.length > 0 ? [warnings(reading.warnings.map(formatProblem))] : [];
  if (reading.problems.length > 0) {
    fail([new ConfigError(reading.problems).message, ...warned].join('\n'));
    return;
  }

  const isExampleAllowed = options.example === true || process.env['LZ_LOCAL_CLOUD'] === '1';
  const placeholders = placeholderProblems(reading);
  if (placeholders.length > 0 && !isExampleAllowed) {
    fail([`${new ConfigError(placeholders).message}\n\n${EXAMPLE_ADVICE}`, ...warned].join('\n'));
    return;
  }
  say([summary(reading), ...warned].join('\n'));
}

/** What to look at although it can be deployed. */
function warnings(lines: readonly string[]): string {
  return ['', lines.length === 1 ? '1 warning' : `${lines.length} warnings`, '', ...lines].join('\n');
}

const EXAMPLE_ADVICE =
  'This is the example as shipped, which only the local cloud takes. Edit the lines above for real AWS,\n' +
  'or check it as an example: npx lz check --example';

/** How many stages there are, and one line for each. */
function summary({ stages }: Reading): string {
  const configs = stages.flatMap((stage) => stage.config ?? []);
  const count = configs.length === 1 ? '1 stage' : `${configs.length} stages`;
  return [`${count}, no problems`, '', ...aligned(configs.map(rowOf))].join('\n');
}

function rowOf({ stage, account, region, network, disposable }: EnvironmentConfig): string[] {
  return [
    stage,
    account.name,
    account.unit,
    region,
    network.cidr,
    `${network.zones} zones`,
    `NAT ${network.natGateways}`,
    disposable ? 'disposable' : '',
    account.lifecycle === 'active' ? '' : account.lifecycle,
  ];
}

/** Rows with their cells padded to the widest of each column. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(width(column)))
      .join('  ')
      .trimEnd(),
  );
}

function fail(text: string): void {
  say(text);
  process.exitCode = 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
