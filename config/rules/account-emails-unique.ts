import { repeated } from './repeated';
import type { Rule } from './rule';

/** No two accounts share a root e-mail: AWS refuses a second account, and compares without case. */
export const accountEmailsUnique: Rule = ({ stages }) =>
  repeated(
    stages,
    ['account', 'email'],
    (stage) => stage.config.account?.email,
    'each account needs its own address, in which upper and lower case are the same; add +<stage> before the @',
    (email) => email.toLowerCase(),
  );
