import { STAGE_ACCOUNT } from '../../support/policies';
import { PRODUCER_ACCOUNT } from '../../support/policy-config';
import { decide } from '../decide';
import { stack, ADMIN, RAW, CURATED, RESULTS, encryptedWith, DATA_KEY, LOGS_KEY } from './stage-under-test';

describe('encryption of uploads', () => {
  const guarded = [RAW, CURATED, RESULTS];
  it.each([
    ['the data key', encryptedWith(DATA_KEY), 'Allowed'],
    ['nothing, and so the default', {}, 'Allowed'],
    ['KMS without a key, and so the default', { 's3:x-amz-server-side-encryption': 'aws:kms' }, 'Allowed'],
    ['another key', encryptedWith(LOGS_KEY), 'ExplicitlyDenied'],
    [
      'a key of another account',
      encryptedWith(DATA_KEY.replace(STAGE_ACCOUNT, PRODUCER_ACCOUNT)),
      'ExplicitlyDenied',
    ],
    ['SSE-S3', { 's3:x-amz-server-side-encryption': 'AES256' }, 'ExplicitlyDenied'],
    ['KMS twice', { 's3:x-amz-server-side-encryption': 'aws:kms:dsse' }, 'ExplicitlyDenied'],
  ])('an upload that asks for %s is decided alike in every guarded bucket', async (_, context, expected) => {
    for (const arn of guarded) {
      const asked = { principal: ADMIN, action: 's3:PutObject', resource: `${arn}/a/1`, context };
      await expect(decide(stack, asked)).resolves.toBe(expected);
    }
  });
});
