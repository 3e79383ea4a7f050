import { STAGE_ACCOUNT } from '../../support/policies';
import { PRODUCER_ACCOUNT } from '../../support/policy-config';
import { decide } from '../decide';
import { stack, RAW, ACCESS_LOGS } from './stage-under-test';

describe('delivery of access logs', () => {
  const delivered = (context: Record<string, string>, resource = `${ACCESS_LOGS}/raw/1`) =>
    decide(stack, { principal: 'logging.s3.amazonaws.com', action: 's3:PutObject', resource, context });
  const own = { 'aws:SourceAccount': STAGE_ACCOUNT, 'aws:SourceArn': RAW };

  it('is allowed for a bucket of the lake', async () => {
    await expect(delivered(own)).resolves.toBe('Allowed');
  });

  it.each([
    ['another account', { ...own, 'aws:SourceAccount': PRODUCER_ACCOUNT }],
    ['another bucket', { ...own, 'aws:SourceArn': 'arn:aws:s3:::somebody-elses' }],
    ['the bucket of the logs itself', { ...own, 'aws:SourceArn': ACCESS_LOGS }],
    ['nobody in particular', {}],
  ])('is refused for %s', async (_, context) => {
    await expect(delivered(context)).resolves.toBe('ImplicitlyDenied');
  });

  it('is refused outside the prefixes of the lake, and into the lake', async () => {
    await expect(delivered(own, `${ACCESS_LOGS}/else/1`)).resolves.toBe('ImplicitlyDenied');
    await expect(delivered(own, `${RAW}/events/1`)).resolves.toBe('ImplicitlyDenied');
  });
});
