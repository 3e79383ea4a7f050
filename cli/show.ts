import type { Command } from 'commander';
import type { StageReading } from '../config';
import { repositoryRoot } from '../local/folders';
import { UserError } from './user-error';

/** `lz show`: what a stage is made of, and which line of which file says so. */
export function registerShow(program: Command): void {
  program
    .command('show')
    .description('print the merged configuration of a stage, each value with the line it comes from')
    .argument('<stage>', 'name of the stage')
    .option('--json', 'as JSON, without the sources')
    .action(show);
}

async function show(name: string, options: { json?: boolean }): Promise<void> {
  const { ConfigError, readConfig } = await import('../config');
  const { stages, problems } = readConfig(repositoryRoot(process.cwd()));
  if (problems.length > 0)
    throw new UserError(`cannot show a stage yet:\n${new ConfigError(problems).message}`);
  const stage = stages.find((candidate) => candidate.name === name);
  if (!stage) {
    const { unknownStage } = await import('./unknown-stage');
    throw unknownStage(
      name,
      stages.map((candidate) => candidate.name),
    );
  }
  const text = options.json ? JSON.stringify(stage.config, null, 2) : await withSources(stage);
  process.stdout.write(`${text}\n`);
}

async function withSources(stage: StageReading): Promise<string> {
  const { sourcedYaml } = await import('./sourced-yaml');
  return sourcedYaml(stage.config, stage.tree);
}
