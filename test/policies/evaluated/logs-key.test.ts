import { STAGE_ACCOUNT } from '../../support/policies';
import { PRODUCER_ACCOUNT } from '../../support/policy-config';
import { decide } from '../decide';
import { stack, REGION, DATA_KEY, LOGS_KEY } from './stage-under-test';

describe('CloudWatch Logs', () => {
  const logGroup = (account: string) => `arn:aws:logs:${REGION}:${account}:log-group:/vpc/sandbox/flow-log`;
  it.each([
    ['encrypts log groups of the account with the key of the logs', LOGS_KEY, STAGE_ACCOUNT, 'Allowed'],
    ['cannot use that key for another account', LOGS_KEY, PRODUCER_ACCOUNT, 'ImplicitlyDenied'],
    ['cannot use the key of the data', DATA_KEY, STAGE_ACCOUNT, 'ImplicitlyDenied'],
  ])('%s', async (_, resource, account, expected) => {
    const context = { 'kms:EncryptionContext:aws:logs:arn': logGroup(account) };
    const principal = `logs.${REGION}.amazonaws.com`;
    await expect(
      decide(stack, { principal, action: 'kms:GenerateDataKey', resource, context }),
    ).resolves.toBe(expected);
  });
});
