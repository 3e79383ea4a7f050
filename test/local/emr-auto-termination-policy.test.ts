import {
  GetAutoTerminationPolicyCommand,
  InvalidRequestException,
  PutAutoTerminationPolicyCommand,
  RemoveAutoTerminationPolicyCommand,
} from '@aws-sdk/client-emr';
import { boto3 } from './boto3';
import { emrClient, emrPrerequisites, jobFlow, runJobFlow } from './emr-fixture';
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

test('the JavaScript SDK puts a policy, reads it and takes it away', async () => {
  const emr = emrClient(local);
  const current = async () =>
    (await emr.send(new GetAutoTerminationPolicyCommand({ ClusterId }))).AutoTerminationPolicy;
  const policy = { AutoTerminationPolicy: { IdleTimeout: 604_800 } };
  await emr.send(new PutAutoTerminationPolicyCommand({ ClusterId, ...policy }));
  expect(await current()).toEqual({ IdleTimeout: 604_800 });
  await emr.send(new RemoveAutoTerminationPolicyCommand({ ClusterId }));
  expect(await current()).toBeUndefined();
});

test('fails in the JavaScript SDK on a time that is too short, and on a cluster that is not there', async () => {
  const emr = emrClient(local);
  const AutoTerminationPolicy = { IdleTimeout: 59 };
  await expect(
    emr.send(new PutAutoTerminationPolicyCommand({ ClusterId, AutoTerminationPolicy })),
  ).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(
    emr.send(new GetAutoTerminationPolicyCommand({ ClusterId: 'j-NOBODYS' })),
  ).rejects.toBeInstanceOf(InvalidRequestException);
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
