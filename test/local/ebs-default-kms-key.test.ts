import {
  EC2Client,
  GetEbsDefaultKmsKeyIdCommand,
  ModifyEbsDefaultKmsKeyIdCommand,
  ResetEbsDefaultKmsKeyIdCommand,
} from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call, inAccount, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const ec2 = (): EC2Client => new EC2Client(awsClientConfig(local.cloud));
const current = async (client = ec2()) => (await client.send(new GetEbsDefaultKmsKeyIdCommand({}))).KmsKeyId;
const set = (KmsKeyId: string) => ec2().send(new ModifyEbsDefaultKmsKeyIdCommand({ KmsKeyId }));

async function newKey(more: object = {}): Promise<{ id: string; arn: string }> {
  const { output } = await boto3Call(local, 'kms', 'create_key', more);
  const { KeyId, Arn } = output?.KeyMetadata as { KeyId: string; Arn: string };
  return { id: KeyId, arn: Arn };
}

test('the key is AWS’s own, then the one that was set, then AWS’s own again', async () => {
  const { id, arn } = await newKey();
  expect(await current()).toBe('alias/aws/ebs');
  expect((await set(id)).KmsKeyId).toBe(arn);
  expect(await current()).toBe(arn);
  const reset = await ec2().send(new ResetEbsDefaultKmsKeyIdCommand({}));
  expect([reset.KmsKeyId, await current()]).toEqual(['alias/aws/ebs', 'alias/aws/ebs']);
});

test('the key can be named by an alias', async () => {
  const { id, arn } = await newKey();
  await boto3Call(local, 'kms', 'create_alias', { AliasName: 'alias/disks', TargetKeyId: id });
  expect((await set('alias/disks')).KmsKeyId).toBe(arn);
});

test('each account and each region has its own', async () => {
  const { arn } = await newKey();
  await set(arn);
  expect(await current(new EC2Client(await inAccount(local, await memberAccount(local))))).toBe(
    'alias/aws/ebs',
  );
  expect(await current(new EC2Client(awsClientConfig(local.cloud, 'eu-central-1')))).toBe('alias/aws/ebs');
});

test('fails on a key that is not there, cannot be used, or is not named', async () => {
  const asymmetric = await newKey({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' });
  const disabled = await newKey();
  await boto3Call(local, 'kms', 'disable_key', { KeyId: disabled.id });
  const [unknown, ...unusable] = await boto3(local, 'ec2', [
    ['modify_ebs_default_kms_key_id', { KmsKeyId: 'alias/nothing' }],
    ['modify_ebs_default_kms_key_id', { KmsKeyId: asymmetric.arn }],
    ['modify_ebs_default_kms_key_id', { KmsKeyId: disabled.arn }],
  ]);
  expect(unknown).toMatchObject({ code: 'InvalidKMSKey.NotFound', status: 400 });
  expect(unusable.map(({ code }) => code)).toEqual(Array(2).fill('InvalidKMSKey.InvalidState'));
  expect(await boto3Call(local, 'ec2', 'modify_ebs_default_kms_key_id')).toMatchObject({
    code: 'MissingParameter',
  });
});

test('a dry run changes nothing', async () => {
  const before = await current();
  const { arn } = await newKey();
  await expect(
    ec2().send(new ModifyEbsDefaultKmsKeyIdCommand({ KmsKeyId: arn, DryRun: true })),
  ).rejects.toMatchObject({ name: 'DryRunOperation' });
  expect(await current()).toBe(before);
});
