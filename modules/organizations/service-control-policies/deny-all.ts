import type { ServiceControlPolicy } from './service-control-policy';

/**
 * Nothing can be done in the account any more, whoever asks. For the unit of accounts that are about to be closed:
 * an account counts and can be used until the day it is closed, and nobody watches it. To work in one again, it is
 * moved out of the unit, which the management account does from outside.
 */
export const denyAll: ServiceControlPolicy = {
  name: 'deny-all',
  description: 'Nothing can be done in suspended accounts',
  // Every action of every service is what is meant, hence both asterisks.
  statements: () => [{ Sid: 'DenyAll', Effect: 'Deny', Action: '*', Resource: '*' }],
};
