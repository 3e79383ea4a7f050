import type { Call } from './decide-under';

export const ACCOUNT = '111122223333';
export const ANALYST = `arn:aws:sts::${ACCOUNT}:assumed-role/AWSReservedSSO_DataAnalyst_0123456789abcdef/ada`;
export const DEPLOYER = `arn:aws:sts::${ACCOUNT}:assumed-role/deployer/landing-zone`;
export const PIPELINE = `arn:aws:sts::${ACCOUNT}:assumed-role/landing-zone-deploy/run-1`;
export const BUCKET = 'arn:aws:s3:::lake';
const HOME = { 'aws:RequestedRegion': 'eu-west-1' };

/** What a service control policy denies, and what it has to let pass, each with words for what it is. */
export interface Calls {
  readonly denied: Readonly<Record<string, Call>>;
  readonly passes: Readonly<Record<string, Call>>;
}

/** A call at home, unless the context says another region. */
export const by = (
  principal: string,
  action: string,
  resource = '*',
  context: Call['context'] = {},
): Call => ({
  principal,
  action,
  resource,
  context: { ...HOME, ...context },
});
