import {
  AddInstanceGroupsCommand,
  type InstanceGroupConfig,
  InvalidRequestException,
  ListInstanceGroupsCommand,
} from '@aws-sdk/client-emr';
import { boto3, boto3Call } from './boto3';
import { emrClient, emrPrerequisites, jobFlow, runJobFlow } from './emr-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let JobFlowId = '';
beforeAll(async () => {
  JobFlowId = await runJobFlow(local, jobFlow((await emrPrerequisites(local)).subnet));
});

const group: InstanceGroupConfig = {
  Name: 'task',
  InstanceRole: 'TASK',
  InstanceType: 'm5.xlarge',
  InstanceCount: 2,
};

test('added groups are named in the answer and listed with the others', async () => {
  const [added, listed] = await boto3(local, 'emr', [
    ['add_instance_groups', { JobFlowId, InstanceGroups: [group, { ...group, Name: 'more' }] }],
    ['list_instance_groups', { ClusterId: JobFlowId }],
  ]);
  const ids = added?.output?.InstanceGroupIds as string[];
  const groups = listed?.output?.InstanceGroups as { Id: string; Name: string }[];
  expect(added?.output?.JobFlowId).toBe(JobFlowId);
  expect(
    groups
      .filter(({ Id }) => ids.includes(Id))
      .map(({ Name }) => Name)
      .sort(),
  ).toEqual(['more', 'task']);
});

test('the JavaScript SDK adds a group and lists it', async () => {
  const emr = emrClient(local);
  const InstanceGroups = [{ ...group, Name: 'from JavaScript' }];
  const added = await emr.send(new AddInstanceGroupsCommand({ JobFlowId, InstanceGroups }));
  const listed = await emr.send(new ListInstanceGroupsCommand({ ClusterId: JobFlowId }));
  expect(added.InstanceGroupIds).toHaveLength(1);
  expect(listed.InstanceGroups).toContainEqual(
    expect.objectContaining({
      Id: added.InstanceGroupIds?.[0],
      Name: 'from JavaScript',
      InstanceGroupType: 'TASK',
      RequestedInstanceCount: 2,
    }),
  );
});

test('fails in the JavaScript SDK on a group without a type, and on a cluster that is not there', async () => {
  const emr = emrClient(local);
  const InstanceGroups = [{ ...group, InstanceType: undefined }];
  await expect(emr.send(new AddInstanceGroupsCommand({ JobFlowId, InstanceGroups }))).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining("'instanceGroups.1.member.instanceType'") as string,
  });
  await expect(
    emr.send(new AddInstanceGroupsCommand({ JobFlowId: 'j-NOBODYS', InstanceGroups: [group] })),
  ).rejects.toBeInstanceOf(InvalidRequestException);
});

test('fails on a role that is none, and on a cluster that is not there', async () => {
  const add = (input: object) => boto3Call(local, 'emr', 'add_instance_groups', input);
  expect(await add({ JobFlowId, InstanceGroups: [{ ...group, InstanceRole: 'WORKER' }] })).toMatchObject({
    code: 'ValidationException',
    message: expect.stringContaining("'instanceGroups.1.member.instanceRole'") as string,
  });
  expect(await add({ JobFlowId: 'j-NOBODYS', InstanceGroups: [group] })).toMatchObject({
    code: 'InvalidRequestException',
  });
});
