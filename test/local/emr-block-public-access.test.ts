import {
  GetBlockPublicAccessConfigurationCommand,
  InvalidRequestException,
  PutBlockPublicAccessConfigurationCommand,
} from '@aws-sdk/client-emr';
import { boto3, boto3Call, memberAccount } from './boto3';
import { emrClient } from './emr-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const call = (method: string, input: object = {}, account?: string) =>
  boto3Call(local, 'emr', method, input, { account });
const put = (configuration: object) =>
  call('put_block_public_access_configuration', { BlockPublicAccessConfiguration: configuration });
const current = async (account?: string) => {
  const { output } = await call('get_block_public_access_configuration', {}, account);
  return output?.BlockPublicAccessConfiguration;
};
const initial = {
  BlockPublicSecurityGroupRules: true,
  PermittedPublicSecurityGroupRuleRanges: [{ MinRange: 22, MaxRange: 22 }],
};

test('is on with SSH excepted, until somebody says otherwise', async () => {
  expect(await current()).toEqual(initial);
  await put({ BlockPublicSecurityGroupRules: true });
  expect(await current()).toEqual({ BlockPublicSecurityGroupRules: true });
  await put({ BlockPublicSecurityGroupRules: false });
  expect(await current()).toEqual({ BlockPublicSecurityGroupRules: false });
  expect(await current(await memberAccount(local))).toEqual(initial);
});

test('says who set it', async () => {
  const { output } = await call('get_block_public_access_configuration');
  expect(output?.BlockPublicAccessConfigurationMetadata).toMatchObject({
    CreatedByArn: 'arn:aws:iam::123456789012:root',
  });
});

test('the JavaScript SDK sets it and reads it', async () => {
  const emr = emrClient(local);
  const configuration = {
    BlockPublicSecurityGroupRules: true,
    PermittedPublicSecurityGroupRuleRanges: [{ MinRange: 443, MaxRange: 443 }],
  };
  await emr.send(
    new PutBlockPublicAccessConfigurationCommand({ BlockPublicAccessConfiguration: configuration }),
  );
  const found = await emr.send(new GetBlockPublicAccessConfigurationCommand({}));
  expect(found.BlockPublicAccessConfiguration).toEqual(configuration);
  expect(found.BlockPublicAccessConfigurationMetadata?.CreationDateTime).toBeInstanceOf(Date);
});

test('fails in the JavaScript SDK on ports that run backwards', async () => {
  const BlockPublicAccessConfiguration = {
    BlockPublicSecurityGroupRules: true,
    PermittedPublicSecurityGroupRuleRanges: [{ MinRange: 443, MaxRange: 22 }],
  };
  await expect(
    emrClient(local).send(new PutBlockPublicAccessConfigurationCommand({ BlockPublicAccessConfiguration })),
  ).rejects.toBeInstanceOf(InvalidRequestException);
});

test('fails on ports that are none and without a decision', async () => {
  const range = (MinRange: number, MaxRange: number) => ({
    BlockPublicSecurityGroupRules: true,
    PermittedPublicSecurityGroupRuleRanges: [{ MinRange, MaxRange }],
  });
  const wrap = (BlockPublicAccessConfiguration: object) =>
    ['put_block_public_access_configuration', { BlockPublicAccessConfiguration }] as const;
  const [large, backwards, undecided] = await boto3(local, 'emr', [
    wrap(range(22, 70_000)),
    wrap(range(443, 22)),
    wrap({}),
  ]);
  expect(large?.code).toBe('ValidationException');
  expect(backwards?.code).toBe('InvalidRequestException');
  expect(undecided?.message).toContain("'blockPublicAccessConfiguration.blockPublicSecurityGroupRules'");
});
