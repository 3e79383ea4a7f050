import type { EnvironmentConfig } from '../config';
import type { StageAccount } from '../local';
import { unknownStage } from './unknown-stage';

/**
 * The account of a stage, by what its file says. Mistakes in other files do not matter here.
 *
 * @throws ConfigError when the stage's own values cannot be used, UserError when it has no file
 */
export async function stageAccount(root: string, name: string): Promise<StageAccount> {
  const { ConfigError, readConfig } = await import('../config');
  const { stages, problems } = readConfig(root);
  const stage = stages.find((candidate) => candidate.name === name);
  if (stage?.config) return accountOf(stage.config);
  const own = problems.filter(({ at }) => at.file === `environments/${name}.yaml`);
  if (stage ?? own.length > 0) throw new ConfigError(own.length > 0 ? own : problems);
  throw unknownStage(
    name,
    stages.map((candidate) => candidate.name),
  );
}

/** How the local cloud gets into the account of a stage. */
export function accountOf({ stage, account, region }: EnvironmentConfig): StageAccount {
  return {
    email: account.email,
    id: account.id,
    role: account.deployRole,
    region,
    howToGetIt:
      account.id === undefined
        ? `Make it with "npx lz local exec -- npx cdktf deploy ${stage}-account"`
        : `The local cloud begins without accounts to adopt: leave account.id out of environments/${stage}.yaml to try the stage in it`,
  };
}
