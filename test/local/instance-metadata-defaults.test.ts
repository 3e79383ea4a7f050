import {
  EC2Client,
  GetInstanceMetadataDefaultsCommand,
  ModifyInstanceMetadataDefaultsCommand,
  type ModifyInstanceMetadataDefaultsCommandInput,
} from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, inAccount, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const ec2 = (): EC2Client => new EC2Client(awsClientConfig(local.cloud));
const current = async (client = ec2()) =>
  (await client.send(new GetInstanceMetadataDefaultsCommand({}))).AccountLevel;
const modify = (input: ModifyInstanceMetadataDefaultsCommandInput) =>
  ec2().send(new ModifyInstanceMetadataDefaultsCommand(input));

test('settings add up until each is taken back', async () => {
  expect(await current()).toEqual({});
  expect((await modify({ HttpTokens: 'required' })).Return).toBe(true);
  await modify({ HttpPutResponseHopLimit: 1, HttpEndpoint: 'enabled' });
  expect(await current()).toEqual({
    HttpTokens: 'required',
    HttpPutResponseHopLimit: 1,
    HttpEndpoint: 'enabled',
    ManagedBy: 'account',
  });
  await modify({ HttpTokens: 'no-preference', HttpPutResponseHopLimit: -1, HttpEndpoint: 'no-preference' });
  expect(await current()).toEqual({});
});

test('each account and each region has its own', async () => {
  await modify({ HttpTokens: 'required' });
  expect(await current(new EC2Client(await inAccount(local, await memberAccount(local))))).toEqual({});
  expect(await current(new EC2Client(awsClientConfig(local.cloud, 'eu-central-1')))).toEqual({});
});

test('fails on values that EC2 does not know, and then changes nothing', async () => {
  const before = await current();
  const called = await boto3(local, 'ec2', [
    ['modify_instance_metadata_defaults', { HttpTokens: 'v2', HttpEndpoint: 'disabled' }],
    ['modify_instance_metadata_defaults', { HttpPutResponseHopLimit: 65 }],
    ['modify_instance_metadata_defaults', { HttpPutResponseHopLimit: 0 }],
  ]);
  expect(called.map(({ code }) => code)).toEqual(Array(3).fill('InvalidParameterValue'));
  expect(called[0]?.message).toBe('Value (v2) for parameter HttpTokens is invalid.');
  expect(await current()).toEqual(before);
});
