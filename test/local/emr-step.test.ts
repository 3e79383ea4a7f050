import { AddJobFlowStepsCommand, DescribeStepCommand, type StepConfig } from '@aws-sdk/client-emr';
import { boto3, boto3Call } from './boto3';
import { emrClient, emrPrerequisites, jobFlow, runJobFlow } from './emr-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const role = 'arn:aws:iam::123456789012:role/orders-step';
const step: StepConfig = {
  Name: 'job',
  ActionOnFailure: 'CONTINUE',
  HadoopJarStep: { Jar: 'command-runner.jar', Args: ['spark-submit', 's3://code/job.py'] },
};
const required =
  'Runtime roles are required for this cluster. Please specify the role using the ExecutionRoleArn parameter.';
const unsupported = 'Runtime roles are not supported on this cluster.';
const refusal = (message: string) => ({ code: 'ValidationException', status: 400, message });

let subnet = '';
let withRoles = '';
let plain = '';
let bare = '';
beforeAll(async () => {
  ({ subnet } = await emrPrerequisites(local));
  withRoles = await runJobFlow(local, jobFlow(subnet, { SecurityConfiguration: 'runtime-roles' }));
  plain = await runJobFlow(local, jobFlow(subnet, { SecurityConfiguration: 'plain' }));
  bare = await runJobFlow(local, jobFlow(subnet));
});

const add = (JobFlowId: string, ExecutionRoleArn?: string) =>
  boto3Call(local, 'emr', 'add_job_flow_steps', { JobFlowId, Steps: [step], ExecutionRoleArn });
const addByCli = (cluster: string, ...more: string[]) =>
  local.run(
    'aws', 'emr', 'add-steps', '--cluster-id', cluster, ...more,
    '--steps', 'Type=Spark,Name=cli,ActionOnFailure=CONTINUE,Args=[s3://code/job.py]',
  ); // prettier-ignore
const described = async (ClusterId: string, StepId?: string) =>
  (await boto3Call(local, 'emr', 'describe_step', { ClusterId, StepId })).output?.Step;

test('a step tells the role that it runs under', async () => {
  const { output } = await add(withRoles, role);
  const [StepId] = output?.StepIds as string[];
  expect(await described(withRoles, StepId)).toMatchObject({
    Id: StepId,
    Name: 'job',
    ExecutionRoleArn: role,
  });
});

test('the AWS CLI adds a step with a role', async () => {
  const added = await addByCli(withRoles, '--execution-role-arn', role);
  expect(added).toMatchObject({ code: 0 });
  const [StepId = ''] = (JSON.parse(added.stdout) as { StepIds: string[] }).StepIds;
  const names = ['--cluster-id', withRoles, '--step-id', StepId];
  const shown = await local.run('aws', 'emr', 'describe-step', ...names);
  expect(JSON.parse(shown.stdout)).toMatchObject({ Step: { Name: 'cli', ExecutionRoleArn: role } });
});

test('the JavaScript SDK adds a step with a role', async () => {
  const emr = emrClient(local);
  const { StepIds: [StepId] = [] } = await emr.send(
    new AddJobFlowStepsCommand({ JobFlowId: withRoles, Steps: [step], ExecutionRoleArn: role }),
  );
  const { Step } = await emr.send(new DescribeStepCommand({ ClusterId: withRoles, StepId }));
  expect(Step).toMatchObject({ Id: StepId, Name: 'job', ExecutionRoleArn: role });
});

test('a cluster without runtime roles takes a step without a role', async () => {
  for (const cluster of [plain, bare]) {
    const [StepId] = (await add(cluster)).output?.StepIds as string[];
    expect(await described(cluster, StepId)).not.toHaveProperty('ExecutionRoleArn');
  }
});

test('fails without a role on a cluster with runtime roles', async () => {
  expect(await add(withRoles)).toEqual(refusal(required));
  expect((await addByCli(withRoles)).stderr).toContain(required);
  await expect(
    emrClient(local).send(new AddJobFlowStepsCommand({ JobFlowId: withRoles, Steps: [step] })),
  ).rejects.toMatchObject({ name: 'ValidationException', message: required });
});

test('fails with a role on a cluster without runtime roles', async () => {
  expect(await add(plain, role)).toEqual(refusal(unsupported));
  expect(await add(bare, role)).toEqual(refusal(unsupported));
  await expect(
    emrClient(local).send(
      new AddJobFlowStepsCommand({ JobFlowId: plain, Steps: [step], ExecutionRoleArn: role }),
    ),
  ).rejects.toMatchObject({ name: 'ValidationException', message: unsupported });
});

test('the steps that a cluster is started with run under the role that it was started with', async () => {
  const SecurityConfiguration = 'runtime-roles';
  const ClusterId = await runJobFlow(
    local,
    jobFlow(subnet, { SecurityConfiguration, Steps: [step, step], StepExecutionRoleArn: role }),
  );
  const { output } = await boto3Call(local, 'emr', 'list_steps', { ClusterId });
  const ids = (output?.Steps as { Id: string }[]).map(({ Id }) => Id);
  for (const id of ids) expect(await described(ClusterId, id)).toMatchObject({ ExecutionRoleArn: role });
  const other = 'arn:aws:iam::123456789012:role/other-step';
  const [added] = (await add(ClusterId, other)).output?.StepIds as string[];
  expect(ids).toHaveLength(2);
  expect(await described(ClusterId, added)).toMatchObject({ ExecutionRoleArn: other });
  expect(await add(ClusterId)).toEqual(refusal(required));
});

test('fails to start a cluster with steps whose role does not fit it', async () => {
  const Steps = [step];
  const start = (more: object) => ['run_job_flow', jobFlow(subnet, { Steps, ...more })] as const;
  const [without, bareWith, plainWith, plainWithout] = await boto3(local, 'emr', [
    start({ SecurityConfiguration: 'runtime-roles' }),
    start({ StepExecutionRoleArn: role }),
    start({ SecurityConfiguration: 'plain', StepExecutionRoleArn: role }),
    start({ SecurityConfiguration: 'plain' }),
  ]);
  expect(without).toEqual(refusal(required));
  expect([bareWith, plainWith]).toEqual(Array(2).fill(refusal(unsupported)));
  expect(plainWithout?.output).toHaveProperty('JobFlowId');
});

test('fails on clusters and steps that are not there, and on steps that do nothing', async () => {
  const nothing = { Name: 'nothing' };
  const [unknown, added, started, StepId] = await boto3(local, 'emr', [
    ['add_job_flow_steps', { JobFlowId: 'j-NOBODYS', Steps: [step] }],
    ['add_job_flow_steps', { JobFlowId: plain, Steps: [nothing] }],
    ['run_job_flow', jobFlow(subnet, { Steps: [nothing] })],
    ['describe_step', { ClusterId: plain, StepId: 's-NOBODYS' }],
  ]);
  expect(unknown?.message).toBe("Cluster id 'j-NOBODYS' is not valid.");
  for (const refused of [added, started])
    expect(refused?.message).toContain("Value null at 'steps.1.member.hadoopJarStep'");
  expect(StepId?.message).toBe("Step id 's-NOBODYS' is not valid.");
});
