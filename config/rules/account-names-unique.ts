import { repeated } from './repeated';
import type { Rule } from './rule';

/** No two accounts share a name: it is how people tell them apart in the console and in bills. */
export const accountNamesUnique: Rule = ({ stages }) =>
  repeated(
    stages,
    ['account', 'name'],
    (stage) => stage.config.account?.name,
    'each account has its own name',
  );
