import { boto3, boto3Call } from './boto3';
import { emrPrerequisites, jobFlow, runJobFlow } from './emr-fixture';
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
};
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
