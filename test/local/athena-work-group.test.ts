import {
  AthenaClient,
  CreateWorkGroupCommand,
  DeleteWorkGroupCommand,
  GetWorkGroupCommand,
  InvalidRequestException,
  UpdateWorkGroupCommand,
} from '@aws-sdk/client-athena';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const athena = (): AthenaClient => new AthenaClient(awsClientConfig(local.cloud));
const get = async (WorkGroup: string) => {
  const { output } = await boto3Call(local, 'athena', 'get_work_group', { WorkGroup });
  return output?.WorkGroup as Record<string, unknown>;
};

const encrypted = {
  EncryptionOption: 'SSE_KMS',
  KmsKey: 'arn:aws:kms:eu-west-1:123456789012:key/x',
} as const;
const results = {
  OutputLocation: 's3://results/analysts/',
  ExpectedBucketOwner: '123456789012',
  EncryptionConfiguration: encrypted,
};
const complete = {
  EnforceWorkGroupConfiguration: true,
  PublishCloudWatchMetricsEnabled: false,
  RequesterPaysEnabled: false,
  BytesScannedCutoffPerQuery: 10_737_418_240,
  ResultConfiguration: results,
};

test('a work group comes back with all its settings and AWS’s defaults for the rest', async () => {
  await boto3(local, 'athena', [
    ['create_work_group', { Name: 'complete', Description: 'All', Configuration: complete }],
    ['create_work_group', { Name: 'plain' }],
  ]);
  const engine = (SelectedEngineVersion: string) => ({
    SelectedEngineVersion,
    EffectiveEngineVersion: 'Athena engine version 3',
  });
  expect(await get('complete')).toMatchObject({
    Name: 'complete',
    Description: 'All',
    State: 'ENABLED',
    Configuration: { ...complete, EngineVersion: engine('AUTO') },
  });
  expect((await get('plain')).Configuration).toEqual({
    EnforceWorkGroupConfiguration: true,
    PublishCloudWatchMetricsEnabled: true,
    RequesterPaysEnabled: false,
    EngineVersion: engine('AUTO'),
  });
});

test('an update changes what it names, and takes away what it says to remove', async () => {
  await boto3(local, 'athena', [
    ['create_work_group', { Name: 'updated', Description: 'Before', Configuration: complete }],
    [
      'update_work_group',
      {
        WorkGroup: 'updated',
        State: 'DISABLED',
        ConfigurationUpdates: {
          RemoveBytesScannedCutoffPerQuery: true,
          EngineVersion: { SelectedEngineVersion: 'Athena engine version 3' },
          ResultConfigurationUpdates: {
            OutputLocation: 's3://results/others/',
            RemoveEncryptionConfiguration: true,
          },
        },
      },
    ],
  ]);
  const { Configuration, ...workGroup } = await get('updated');
  expect(workGroup).toMatchObject({ Description: 'Before', State: 'DISABLED' });
  expect(Configuration).toEqual({
    EnforceWorkGroupConfiguration: true,
    PublishCloudWatchMetricsEnabled: false,
    RequesterPaysEnabled: false,
    EngineVersion: {
      SelectedEngineVersion: 'Athena engine version 3',
      EffectiveEngineVersion: 'Athena engine version 3',
    },
    ResultConfiguration: {
      OutputLocation: 's3://results/others/',
      ExpectedBucketOwner: '123456789012',
    },
  });
});

test('the JavaScript SDK makes a work group, changes it and deletes it', async () => {
  const client = athena();
  const WorkGroup = 'javascript';
  const read = async () => (await client.send(new GetWorkGroupCommand({ WorkGroup }))).WorkGroup;
  await client.send(new CreateWorkGroupCommand({ Name: WorkGroup, Configuration: complete }));
  const made = await read();
  expect(made).toMatchObject({ Name: WorkGroup, State: 'ENABLED', Configuration: complete });
  expect(made?.CreationTime).toBeInstanceOf(Date);
  await client.send(
    new UpdateWorkGroupCommand({
      WorkGroup,
      Description: 'After',
      ConfigurationUpdates: { BytesScannedCutoffPerQuery: 10_000_000, EnforceWorkGroupConfiguration: false },
    }),
  );
  expect(await read()).toMatchObject({
    Description: 'After',
    Configuration: {
      ...complete,
      BytesScannedCutoffPerQuery: 10_000_000,
      EnforceWorkGroupConfiguration: false,
    },
  });
  await client.send(new DeleteWorkGroupCommand({ WorkGroup }));
  await expect(read()).rejects.toBeInstanceOf(InvalidRequestException);
});

test.each([
  [
    'to make one with a cutoff below Athena’s least',
    () => new CreateWorkGroupCommand({ Name: 'x', Configuration: { BytesScannedCutoffPerQuery: 9_999_999 } }),
    'must have value greater than or equal to 10000000',
  ],
  [
    'to make one that is there already',
    () => new CreateWorkGroupCommand({ Name: 'primary' }),
    'WorkGroup is already created',
  ],
  [
    'to change one that is not there',
    () => new UpdateWorkGroupCommand({ WorkGroup: 'nobodys', Description: 'x' }),
    'WorkGroup nobodys is not found.',
  ],
  [
    'to give one an engine that there is not',
    () =>
      new UpdateWorkGroupCommand({
        WorkGroup: 'primary',
        ConfigurationUpdates: { EngineVersion: { SelectedEngineVersion: 'Athena engine version 9' } },
      }),
    'Athena engine version 9 is not a supported engine version',
  ],
  [
    'to delete one that is not there',
    () => new DeleteWorkGroupCommand({ WorkGroup: 'nobodys' }),
    'WorkGroup nobodys is not found.',
  ],
])('fails in the JavaScript SDK %s', async (_, command, message) => {
  await expect(athena().send(command() as CreateWorkGroupCommand)).rejects.toMatchObject({
    name: 'InvalidRequestException',
    message: expect.stringContaining(message) as string,
  });
});

test('tags are kept, also on a work group that has none', async () => {
  const arn = (name: string) => `arn:aws:athena:eu-west-1:123456789012:workgroup/${name}`;
  const [, , tagged, untagged] = await boto3(local, 'athena', [
    ['create_work_group', { Name: 'tagged', Tags: [{ Key: 'Stage', Value: 'test' }] }],
    ['create_work_group', { Name: 'untagged' }],
    ['list_tags_for_resource', { ResourceARN: arn('tagged') }],
    ['list_tags_for_resource', { ResourceARN: arn('untagged') }],
  ]);
  expect(tagged?.output).toMatchObject({ Tags: [{ Key: 'Stage', Value: 'test' }] });
  expect(untagged?.output).toMatchObject({ Tags: [] });
});

test('each account has a primary work group of its own, and nobody else’s', async () => {
  const account = await memberAccount(local);
  const { output } = await boto3Call(local, 'athena', 'list_work_groups', {}, { account });
  expect(output?.WorkGroups).toEqual([
    expect.objectContaining({ Name: 'primary', State: 'ENABLED' }) as object,
  ]);
});

test('a deleted work group is gone', async () => {
  const [, , gone] = await boto3(local, 'athena', [
    ['create_work_group', { Name: 'deleted' }],
    ['delete_work_group', { WorkGroup: 'deleted' }],
    ['get_work_group', { WorkGroup: 'deleted' }],
  ]);
  expect(gone).toEqual({
    code: 'InvalidRequestException',
    status: 400,
    message: 'WorkGroup deleted is not found.',
  });
});

test.each([
  ['is there already', { Name: 'primary' }, 'WorkGroup is already created'],
  [
    'has an impossible name',
    { Name: 'two words' },
    "1 validation error detected: Value 'two words' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9._-]{1,128}",
  ],
  [
    'limits queries to less than Athena can',
    { Name: 'x', Configuration: { BytesScannedCutoffPerQuery: 1_000_000 } },
    "1 validation error detected: Value '1000000' at 'configuration.bytesScannedCutoffPerQuery' failed to satisfy constraint: Member must have value greater than or equal to 10000000",
  ],
  [
    'asks for an encryption that is none',
    {
      Name: 'x',
      Configuration: { ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'AES' } } },
    },
    "Value 'AES' at 'configuration.resultConfiguration.encryptionConfiguration.encryptionOption' failed to satisfy constraint: Member must satisfy enum value set: [SSE_S3, SSE_KMS, CSE_KMS]",
  ],
  [
    'puts results where no bucket is',
    { Name: 'x', Configuration: { ResultConfiguration: { OutputLocation: 'results/x' } } },
    'outputLocation is not a valid S3 path: results/x',
  ],
  [
    'wants an engine that there is not',
    {
      Name: 'x',
      Configuration: { EngineVersion: { SelectedEngineVersion: 'Athena engine version 9' } },
    },
    'Athena engine version 9 is not a supported engine version',
  ],
  [
    'wants an engine that Athena has given up',
    {
      Name: 'x',
      Configuration: { EngineVersion: { SelectedEngineVersion: 'Athena engine version 2' } },
    },
    'Athena engine version 2 is not a supported engine version',
  ],
])('fails to make a work group that %s', async (_, input, message) => {
  expect(await boto3Call(local, 'athena', 'create_work_group', input)).toEqual({
    code: 'InvalidRequestException',
    status: 400,
    message: expect.stringContaining(message) as string,
  });
});

test('fails to delete the primary work group', async () => {
  expect(await boto3Call(local, 'athena', 'delete_work_group', { WorkGroup: 'primary' })).toMatchObject({
    code: 'InvalidRequestException',
  });
});
