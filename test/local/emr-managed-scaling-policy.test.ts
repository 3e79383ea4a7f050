import {
  GetManagedScalingPolicyCommand,
  PutManagedScalingPolicyCommand,
  RemoveManagedScalingPolicyCommand,
} from '@aws-sdk/client-emr';
import { boto3, boto3Call } from './boto3';
import { emrClient, emrPrerequisites, jobFlow, runJobFlow } from './emr-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let ClusterId = '';
beforeAll(async () => {
  ClusterId = await runJobFlow(local, jobFlow((await emrPrerequisites(local)).subnet));
});

const limits = {
  UnitType: 'Instances',
  MinimumCapacityUnits: 2,
  MaximumCapacityUnits: 6,
  MaximumOnDemandCapacityUnits: 6,
  MaximumCoreCapacityUnits: 4,
} as const;
const put = (changes: object, cluster = ClusterId) => ({
  ClusterId: cluster,
  ManagedScalingPolicy: { ComputeLimits: { ...limits, ...changes } },
});

test('a cluster has no policy, then the one that was put, then none again', async () => {
  const [before, , current, , after] = await boto3(local, 'emr', [
    ['get_managed_scaling_policy', { ClusterId }],
    ['put_managed_scaling_policy', put({})],
    ['get_managed_scaling_policy', { ClusterId }],
    ['remove_managed_scaling_policy', { ClusterId }],
    ['get_managed_scaling_policy', { ClusterId }],
  ]);
  expect([before, current, after].map((called) => called?.output)).toEqual([
    {},
    { ManagedScalingPolicy: { ComputeLimits: limits } },
    {},
  ]);
});

test('the JavaScript SDK puts a policy, reads it and takes it away', async () => {
  const emr = emrClient(local);
  const current = async () =>
    (await emr.send(new GetManagedScalingPolicyCommand({ ClusterId }))).ManagedScalingPolicy;
  await emr.send(
    new PutManagedScalingPolicyCommand({ ClusterId, ManagedScalingPolicy: { ComputeLimits: limits } }),
  );
  expect(await current()).toEqual({ ComputeLimits: limits });
  await emr.send(new RemoveManagedScalingPolicyCommand({ ClusterId }));
  expect(await current()).toBeUndefined();
});

test('fails in the JavaScript SDK with a minimum above the maximum', async () => {
  const ManagedScalingPolicy = { ComputeLimits: { ...limits, MinimumCapacityUnits: 7 } };
  await expect(
    emrClient(local).send(new PutManagedScalingPolicyCommand({ ClusterId, ManagedScalingPolicy })),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining('MinimumCapacityUnits (7) must not be greater') as string,
  });
});

test.each([
  [
    'a unit that EMR does not count in',
    { UnitType: 'Nodes' },
    'enum value set: [InstanceFleetUnits, Instances, VCPU]',
  ],
  [
    'no maximum',
    { MaximumCapacityUnits: undefined },
    "'managedScalingPolicy.computeLimits.maximumCapacityUnits'",
  ],
  [
    'a minimum above the maximum',
    { MinimumCapacityUnits: 7 },
    'MinimumCapacityUnits (7) must not be greater',
  ],
  ['a minimum of none', { MinimumCapacityUnits: 0 }, 'must be at least 1'],
  ['more core nodes than nodes', { MaximumCoreCapacityUnits: 7 }, 'MaximumCoreCapacityUnits (7) must not be'],
])('fails with %s', async (_, changes, message) => {
  expect(await boto3Call(local, 'emr', 'put_managed_scaling_policy', put(changes))).toEqual({
    code: 'ValidationException',
    status: 400,
    message: expect.stringContaining(message) as string,
  });
});

test('fails on a cluster that is gone, or was never there', async () => {
  const [, gone, unknown] = await boto3(local, 'emr', [
    ['terminate_job_flows', { JobFlowIds: [ClusterId] }],
    ['put_managed_scaling_policy', put({})],
    ['put_managed_scaling_policy', put({}, 'j-NOBODYS')],
  ]);
  expect(gone).toMatchObject({ code: 'ValidationException' });
  expect(gone?.message).toContain('shutting down, terminated, or finished may not be modified');
  expect(unknown).toMatchObject({ code: 'InvalidRequestException' });
});
