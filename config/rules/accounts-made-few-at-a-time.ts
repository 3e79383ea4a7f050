import { ORGANIZATIONS_LIMITS } from '../limits/organizations';
import type { Rule } from './rule';

const MOST = ORGANIZATIONS_LIMITS.accountsInCreation;

/**
 * A warning: which accounts are there already only AWS knows. `cdktf deploy '*-account'` starts them all at once, and AWS
 * refuses those that are too many.
 */
export const accountsMadeFewAtATime: Rule = ({ stages }) => {
  const unidentified = stages.filter(
    (stage) => stage.lacks('account', 'id') && stage.config.account?.lifecycle !== 'closing',
  );
  const tooMany = unidentified[MOST];
  if (!tooMany) return [];
  const text =
    `${unidentified.length} stages have no account.id, so that their accounts may still have to be made, of which AWS makes ` +
    `at most ${MOST} at a time; deploy them with npm run deploy:accounts, or give the ids of those that are there`;
  return [tooMany.problem(text, ['account', 'id'])];
};
