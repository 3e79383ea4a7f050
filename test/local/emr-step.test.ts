import { boto3, boto3Call } from './boto3';
import { emrPrerequisites, jobFlow, runJobFlow } from './emr-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const role = 'arn:aws:iam::123456789012:role/orders-step';
const step = {
  Name: 'job',
  ActionOnFailure: 'CONTINUE',
  HadoopJarStep: { Jar: 'command-runner.jar', Args: ['spark-submit', 's3://code/job.py'] },
};

let withRoles = '';
let plain = '';
beforeAll(async () => {
  const { subnet } = await emrPrerequisites(local);
  withRoles = await runJobFlow(local, jobFlow(subnet, { SecurityConfiguration: 'runtime-roles' }));
  plain = await runJobFlow(local, jobFlow(subnet, { SecurityConfiguration: 'plain' }));
});

const add = (JobFlowId: string, ExecutionRoleArn?: string, Steps: object[] = [step]) =>
  boto3Call(local, 'emr', 'add_job_flow_steps', { JobFlowId, Steps, ExecutionRoleArn });

test('a step tells the role that it runs under', async () => {
  const { output } = await add(withRoles, role);
  const [StepId] = output?.StepIds as string[];
  const described = await boto3Call(local, 'emr', 'describe_step', { ClusterId: withRoles, StepId });
  expect(described.output?.Step).toMatchObject({ Id: StepId, Name: 'job', ExecutionRoleArn: role });
});

test('the AWS CLI adds a step with a role', async () => {
  const added = await local.run(
    'aws', 'emr', 'add-steps', '--cluster-id', withRoles, '--execution-role-arn', role,
    '--steps', 'Type=Spark,Name=cli,ActionOnFailure=CONTINUE,Args=[s3://code/job.py]',
  ); // prettier-ignore
  expect(added).toMatchObject({ code: 0 });
  const [StepId = ''] = (JSON.parse(added.stdout) as { StepIds: string[] }).StepIds;
  const shown = await local.run(
    'aws',
    'emr',
    'describe-step',
    '--cluster-id',
    withRoles,
    '--step-id',
    StepId,
  );
  expect(JSON.parse(shown.stdout)).toMatchObject({ Step: { Name: 'cli', ExecutionRoleArn: role } });
});

test('a step without a role is taken by any cluster', async () => {
  expect((await add(plain)).output?.StepIds).toHaveLength(1);
});

test('fails with a role on a cluster that does not isolate steps', async () => {
  expect(await add(plain, role)).toEqual({
    code: 'ValidationException',
    status: 400,
    message: 'Runtime roles are not enabled for this cluster.',
  });
});

test('fails on clusters and steps that are not there, and on steps that do nothing', async () => {
  const [unknown, , empty] = await boto3(local, 'emr', [
    ['add_job_flow_steps', { JobFlowId: 'j-NOBODYS', Steps: [step] }],
    ['list_steps', { ClusterId: plain }],
    ['add_job_flow_steps', { JobFlowId: plain, Steps: [{ Name: 'nothing' }] }],
  ]);
  expect(unknown?.message).toBe("Cluster id 'j-NOBODYS' is not valid.");
  expect(empty?.message).toContain("Value null at 'steps.1.member.hadoopJarStep'");
  const StepId = 's-NOBODYS';
  expect(await boto3Call(local, 'emr', 'describe_step', { ClusterId: plain, StepId })).toMatchObject({
    message: "Step id 's-NOBODYS' is not valid.",
  });
});
