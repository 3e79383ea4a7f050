import { boto3 } from './boto3';
import { emrPrerequisites, jobFlow, runJobFlow } from './emr-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let ClusterId = '';
beforeAll(async () => {
  ClusterId = await runJobFlow(local, jobFlow((await emrPrerequisites(local)).subnet));
});

test('a cluster has no policy, then the one that was put, then none again', async () => {
  const [before, , put, , byDefault, , after] = await boto3(local, 'emr', [
    ['get_auto_termination_policy', { ClusterId }],
    ['put_auto_termination_policy', { ClusterId, AutoTerminationPolicy: { IdleTimeout: 7200 } }],
    ['get_auto_termination_policy', { ClusterId }],
    ['put_auto_termination_policy', { ClusterId }],
    ['get_auto_termination_policy', { ClusterId }],
    ['remove_auto_termination_policy', { ClusterId }],
    ['get_auto_termination_policy', { ClusterId }],
  ]);
  expect([before, put, byDefault, after].map((called) => called?.output)).toEqual([
    {},
    { AutoTerminationPolicy: { IdleTimeout: 7200 } },
    { AutoTerminationPolicy: { IdleTimeout: 3600 } },
    {},
  ]);
});

test('fails on times that EMR does not take, and on clusters that are not there', async () => {
  const policy = (IdleTimeout: number) => ({ AutoTerminationPolicy: { IdleTimeout } });
  const [short, long, ...unknown] = await boto3(local, 'emr', [
    ['put_auto_termination_policy', { ClusterId, ...policy(59) }],
    ['put_auto_termination_policy', { ClusterId, ...policy(604_801) }],
    ['put_auto_termination_policy', { ClusterId: 'j-NOBODYS', ...policy(60) }],
    ['get_auto_termination_policy', { ClusterId: 'j-NOBODYS' }],
    ['remove_auto_termination_policy', { ClusterId: 'j-NOBODYS' }],
  ]);
  expect([short?.code, long?.code]).toEqual(['ValidationException', 'ValidationException']);
  expect(unknown).toEqual(
    Array(3).fill({
      code: 'InvalidRequestException',
      status: 400,
      message: "Cluster id 'j-NOBODYS' is not valid.",
    }),
  );
});
