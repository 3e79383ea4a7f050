import { Lake } from '../../modules/lake/lake';
import type { StageKeys } from './keys';
import type { StageContext } from './stage-context';

/** The buckets of a stage. */
export function addLake({ scope, provider, accountId, environment }: StageContext, keys: StageKeys): Lake {
  const { producers, ...lifecycle } = environment.lake;
  return new Lake(scope, 'lake', {
    provider,
    accountId,
    name: environment.stage,
    kmsKeyArn: keys.data.arn,
    lifecycle,
    producers,
    isDisposable: environment.disposable,
  });
}
