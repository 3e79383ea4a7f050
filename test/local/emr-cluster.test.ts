import { DescribeClusterCommand, InvalidRequestException, RunJobFlowCommand } from '@aws-sdk/client-emr';
import { EMR_RELEASES } from '../../config/limits/emr';
import { boto3, boto3Call } from './boto3';
import { emrClient, emrPrerequisites, jobFlow, runJobFlow } from './emr-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let subnet = '';
beforeAll(async () => {
  ({ subnet } = await emrPrerequisites(local));
});

const describeCluster = async (ClusterId: string) => {
  const { output } = await boto3Call(local, 'emr', 'describe_cluster', { ClusterId });
  return output?.Cluster as Record<string, unknown>;
};
const instances = (more: object) => jobFlow(subnet, { Instances: { ...jobFlow(subnet).Instances, ...more } });

test('a cluster comes back with what it was started with, and is ready when somebody looks', async () => {
  const id = await runJobFlow(
    local,
    jobFlow(subnet, {
      LogUri: 's3://logs/emr/',
      LogEncryptionKmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/x',
      ScaleDownBehavior: 'TERMINATE_AT_TASK_COMPLETION',
      SecurityConfiguration: 'runtime-roles',
      OSReleaseLabel: '2023.9.20251117.1',
      StepConcurrencyLevel: 10,
      Tags: [{ Key: 'Name', Value: 'test' }],
    }),
  );
  expect(await describeCluster(id)).toMatchObject({
    Status: { State: 'WAITING' },
    ReleaseLabel: 'emr-7.12.0',
    InstanceCollectionType: 'INSTANCE_GROUP',
    LogUri: 's3://logs/emr/',
    LogEncryptionKmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/x',
    ScaleDownBehavior: 'TERMINATE_AT_TASK_COMPLETION',
    SecurityConfiguration: 'runtime-roles',
    OSReleaseLabel: '2023.9.20251117.1',
    StepConcurrencyLevel: 10,
    UnhealthyNodeReplacement: false,
    AutoTerminate: false,
    Tags: [{ Key: 'Name', Value: 'test' }],
  });
});

test('policies given at the start are there', async () => {
  const limits = { UnitType: 'Instances', MinimumCapacityUnits: 1, MaximumCapacityUnits: 4 };
  const ClusterId = await runJobFlow(
    local,
    jobFlow(subnet, {
      AutoTerminationPolicy: { IdleTimeout: 900 },
      ManagedScalingPolicy: { ComputeLimits: limits },
    }),
  );
  const [idle, scaling] = await boto3(local, 'emr', [
    ['get_auto_termination_policy', { ClusterId }],
    ['get_managed_scaling_policy', { ClusterId }],
  ]);
  expect(idle?.output).toEqual({ AutoTerminationPolicy: { IdleTimeout: 900 } });
  expect(scaling?.output).toEqual({ ManagedScalingPolicy: { ComputeLimits: limits } });
});

test('what can be changed is changed', async () => {
  const id = await runJobFlow(local, instances({ UnhealthyNodeReplacement: true }));
  expect(await describeCluster(id)).toMatchObject({ UnhealthyNodeReplacement: true });
  const JobFlowIds = [id];
  await boto3(local, 'emr', [
    ['set_unhealthy_node_replacement', { JobFlowIds, UnhealthyNodeReplacement: false }],
    ['set_keep_job_flow_alive_when_no_steps', { JobFlowIds, KeepJobFlowAliveWhenNoSteps: false }],
  ]);
  expect(await describeCluster(id)).toMatchObject({ UnhealthyNodeReplacement: false, AutoTerminate: true });
});

test('the AWS CLI finds a cluster that boto3 has started', async () => {
  const id = await runJobFlow(local, jobFlow(subnet));
  const { stdout } = await local.run('aws', 'emr', 'describe-cluster', '--cluster-id', id);
  expect((JSON.parse(stdout) as { Cluster: object }).Cluster).toMatchObject({ Id: id });
});

test.each(Object.keys(EMR_RELEASES))(
  'a cluster of every release that the configuration knows starts: %s',
  async (ReleaseLabel) => {
    const id = await runJobFlow(local, jobFlow(subnet, { ReleaseLabel }));
    expect(await describeCluster(id)).toMatchObject({ ReleaseLabel, Status: { State: 'WAITING' } });
  },
);

test('the JavaScript SDK starts a cluster and describes it', async () => {
  const emr = emrClient(local);
  const SecurityConfiguration = 'runtime-roles';
  const { JobFlowId: ClusterId, ClusterArn } = await emr.send(
    new RunJobFlowCommand(jobFlow(subnet, { SecurityConfiguration, StepConcurrencyLevel: 5 })),
  );
  const { Cluster } = await emr.send(new DescribeClusterCommand({ ClusterId }));
  expect(Cluster).toMatchObject({
    Id: ClusterId,
    ClusterArn,
    Name: 'test',
    Status: { State: 'WAITING', Timeline: { CreationDateTime: expect.any(Date) as Date } },
    ReleaseLabel: 'emr-7.12.0',
    Applications: [{ Name: 'Spark' }],
    Ec2InstanceAttributes: { Ec2SubnetId: subnet, IamInstanceProfile: 'node' },
    InstanceCollectionType: 'INSTANCE_GROUP',
    SecurityConfiguration,
    StepConcurrencyLevel: 5,
  });
});

test('fails in the JavaScript SDK on a bad release, and on a cluster that is not there', async () => {
  const emr = emrClient(local);
  await expect(
    emr.send(new RunJobFlowCommand(jobFlow(subnet, { ReleaseLabel: 'emr-8' }))),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'The supplied release label is invalid: emr-8.',
  });
  await expect(emr.send(new DescribeClusterCommand({ ClusterId: 'j-NOBODYS' }))).rejects.toBeInstanceOf(
    InvalidRequestException,
  );
});

test.each([
  ['without a name', () => jobFlow(subnet, { Name: undefined }), "Value null at 'name' failed"],
  ['without instances', () => jobFlow(subnet, { Instances: undefined }), "Value null at 'instances' failed"],
  [
    'of a release that is none',
    () => jobFlow(subnet, { ReleaseLabel: 'emr-seven' }),
    'The supplied release label is invalid: emr-seven.',
  ],
  [
    'of a release that leaves out what it is of',
    () => jobFlow(subnet, { ReleaseLabel: 'spark-8.0.0' }),
    'The supplied release label is invalid: spark-8.0.0.',
  ],
  [
    'with more steps side by side than EMR runs',
    () => jobFlow(subnet, { StepConcurrencyLevel: 257 }),
    "Value '257' at 'stepConcurrencyLevel' failed to satisfy constraint: Member must have value less than or equal to 256",
  ],
  [
    'with a security configuration that is not there',
    () => jobFlow(subnet, { SecurityConfiguration: 'nobodys' }),
    "Security configuration with name 'nobodys' does not exist.",
  ],
  [
    'with an instance profile that is not there',
    () => jobFlow(subnet, { JobFlowRole: 'nobodys' }),
    'Invalid InstanceProfile: nobodys.',
  ],
  [
    'in a subnet that is not there',
    () => instances({ Ec2SubnetId: 'subnet-0123456789abcdef0' }),
    'The subnet subnet-0123456789abcdef0 does not exist.',
  ],
  [
    'that ends itself too soon',
    () => jobFlow(subnet, { AutoTerminationPolicy: { IdleTimeout: 59 } }),
    'must be between 60 and 604800 seconds',
  ],
])('fails to start a cluster %s', async (_, input, message) => {
  expect(await boto3Call(local, 'emr', 'run_job_flow', input())).toEqual({
    code: 'ValidationException',
    status: 400,
    message: expect.stringContaining(message) as string,
  });
});

test('fails to describe a cluster that is not there', async () => {
  expect(await boto3Call(local, 'emr', 'describe_cluster', { ClusterId: 'j-NOBODYS' })).toMatchObject({
    code: 'InvalidRequestException',
  });
});
