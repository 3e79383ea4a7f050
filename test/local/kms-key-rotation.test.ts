import { boto3, boto3Call, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();

async function newKey(options: { account?: string } = {}): Promise<string> {
  const { output } = await boto3Call(local, 'kms', 'create_key', {}, options);
  return (output?.KeyMetadata as { KeyId: string }).KeyId;
}

const days = (count: number) => Date.now() + count * 86_400_000;

test('the period is remembered and says when the next rotation is', async () => {
  const KeyId = await newKey();
  const [, status] = await boto3(local, 'kms', [
    ['enable_key_rotation', { KeyId, RotationPeriodInDays: 180 }],
    ['get_key_rotation_status', { KeyId }],
  ]);
  expect(status?.output).toMatchObject({
    KeyId: `arn:aws:kms:eu-west-1:123456789012:key/${KeyId}`,
    KeyRotationEnabled: true,
    RotationPeriodInDays: 180,
  });
  const next = new Date(status?.output?.NextRotationDate as string).getTime();
  expect(Math.abs(next - days(180))).toBeLessThan(60_000);
});

test('the period is a year unless told otherwise, and kept when rotation is turned on again', async () => {
  const KeyId = await newKey();
  const [, yearly, , off, , again] = await boto3(local, 'kms', [
    ['enable_key_rotation', { KeyId }],
    ['get_key_rotation_status', { KeyId }],
    ['enable_key_rotation', { KeyId, RotationPeriodInDays: 90 }],
    ['disable_key_rotation', { KeyId }],
    ['enable_key_rotation', { KeyId }],
    ['get_key_rotation_status', { KeyId: `arn:aws:kms:eu-west-1:123456789012:key/${KeyId}` }],
  ]);
  expect(off?.code).toBeUndefined();
  expect(yearly?.output).toMatchObject({ RotationPeriodInDays: 365 });
  expect(again?.output).toMatchObject({ KeyRotationEnabled: true, RotationPeriodInDays: 90 });
});

test('a key that is not rotated has no period', async () => {
  const KeyId = await newKey();
  const { output } = await boto3Call(local, 'kms', 'get_key_rotation_status', { KeyId });
  expect(output).toEqual({ KeyId: expect.stringContaining(KeyId) as string, KeyRotationEnabled: false });
});

test('works on a key of a member account', async () => {
  const account = await memberAccount(local);
  const KeyId = await newKey({ account });
  const [, status] = await boto3(
    local,
    'kms',
    [
      ['enable_key_rotation', { KeyId, RotationPeriodInDays: 100 }],
      ['get_key_rotation_status', { KeyId }],
    ],
    { account },
  );
  expect(status?.output).toMatchObject({
    KeyId: `arn:aws:kms:eu-west-1:${account}:key/${KeyId}`,
    RotationPeriodInDays: 100,
  });
});

test('fails on a period outside the limits, on no key, and on a key that is not there', async () => {
  const KeyId = await newKey();
  const [short, long, none, unknown] = await boto3(local, 'kms', [
    ['enable_key_rotation', { KeyId, RotationPeriodInDays: 89 }],
    ['enable_key_rotation', { KeyId, RotationPeriodInDays: 2561 }],
    ['enable_key_rotation', {}],
    ['get_key_rotation_status', { KeyId: '12345678-1234-1234-1234-123456789012' }],
  ]);
  expect(short).toEqual({
    code: 'ValidationException',
    status: 400,
    message:
      "1 validation error detected: Value '89' at 'rotationPeriodInDays' failed to satisfy constraint: Member must have value greater than or equal to 90",
  });
  expect(long?.message).toContain('less than or equal to 2560');
  expect(none?.message).toContain(
    "Value null at 'keyId' failed to satisfy constraint: Member must not be null",
  );
  expect(unknown?.code).toBe('NotFoundException');
});
