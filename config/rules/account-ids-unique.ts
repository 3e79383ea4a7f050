import { repeated } from './repeated';
import type { Rule } from './rule';

/** Each stage has an account of its own, and none works in the management account. */
export const accountIdsUnique: Rule = ({ organization, stages }) => {
  const management = organization?.config.managementAccountId;
  const clashes = stages.flatMap((stage) =>
    stage.config.account?.id !== undefined && stage.config.account.id === management
      ? [
          stage.problem(
            `${management} is the management account, which service control policies do not restrict; give the stage an account of its own, or leave the id out to have one created`,
            ['account', 'id'],
          ),
        ]
      : [],
  );
  const fix = 'each stage has an account of its own';
  return [...clashes, ...repeated(stages, ['account', 'id'], (stage) => stage.config.account?.id, fix)];
};
