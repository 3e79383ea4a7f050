import { decide } from '../decide';
import { stack, NODE, DAILY, ADMIN, STRANGER, KAFKA } from './stage-under-test';

describe('plain HTTP', () => {
  const everybody = [
    ['an administrator', ADMIN],
    ['a job', DAILY],
    ['a node', NODE],
    ['a producer', KAFKA],
    ['the world', 'anonymous'],
    ['the service that delivers access logs', 'logging.s3.amazonaws.com'],
  ] as const;
  const actions = [
    ['s3:GetObject', '/events/1.json'],
    ['s3:PutObject', '/events/1.json'],
    ['s3:DeleteObject', '/events/1.json'],
    ['s3:ListBucket', ''],
    ['s3:GetBucketPolicy', ''],
  ] as const;
  const buckets = stack.arns('aws_s3_bucket').map((arn) => [arn.replace(/^.*:/, ''), arn] as const);

  it.each(buckets)('to %s is refused to everybody', async (_, arn) => {
    for (const [, principal] of everybody) {
      for (const [action, key] of actions) {
        const asked = { principal, action, resource: `${arn}${key}` };
        const plain = await decide(stack, { ...asked, context: { 'aws:SecureTransport': 'false' } });
        expect([principal, action, plain]).toEqual([principal, action, 'ExplicitlyDenied']);
      }
    }
  });

  it.each(buckets)('is all that is refused to an administrator of %s', async (_, arn) => {
    for (const [action, key] of actions) {
      await expect(decide(stack, { principal: ADMIN, action, resource: `${arn}${key}` })).resolves.toBe(
        'Allowed',
      );
    }
  });

  it.each(buckets)('or TLS, %s is closed to the world and to other accounts', async (_, arn) => {
    for (const principal of ['anonymous', STRANGER]) {
      for (const [action, key] of actions)
        await expect(decide(stack, { principal, action, resource: `${arn}${key}` })).resolves.toBe(
          'ImplicitlyDenied',
        );
    }
  });
});
