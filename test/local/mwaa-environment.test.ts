import {
  CreateEnvironmentCommand,
  DeleteEnvironmentCommand,
  GetEnvironmentCommand,
  MWAAClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-mwaa';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';
import {
  type MwaaSurroundings,
  createdEnvironment,
  environmentInput,
  getEnvironment,
  mwaaSurroundings,
  restingEnvironment,
} from './mwaa-fixture';

const local = useCloud();
let made: MwaaSurroundings;
beforeAll(async () => {
  made = await mwaaSurroundings(local);
}, 30_000);

const status = async (Name: string) => (await getEnvironment(local, Name)).Status;
const matching = (pattern: RegExp) => expect.stringMatching(pattern) as string;

test('an environment that says nothing has the defaults of AWS', async () => {
  const environment = await createdEnvironment(local, environmentInput(made, 'plain'));
  const module = (group: string, Enabled = false) => ({
    Enabled,
    LogLevel: 'INFO',
    CloudWatchLogGroupArn: `arn:aws:logs:eu-west-1:123456789012:log-group:airflow-plain-${group}`,
  });
  expect(environment).toEqual({
    Name: 'plain',
    Arn: 'arn:aws:airflow:eu-west-1:123456789012:environment/plain',
    Status: 'AVAILABLE',
    CreatedAt: matching(/^\d{4}-/),
    LastUpdate: { Status: 'SUCCESS', CreatedAt: matching(/^\d{4}-/) },
    ExecutionRoleArn: made.role,
    ServiceRoleArn:
      'arn:aws:iam::123456789012:role/aws-service-role/airflow.amazonaws.com/AWSServiceRoleForAmazonMWAA',
    SourceBucketArn: 'arn:aws:s3:::airflow',
    DagS3Path: 'dags',
    AirflowVersion: '3.3.1',
    EnvironmentClass: 'mw1.small',
    MinWorkers: 1,
    MaxWorkers: 10,
    Schedulers: 2,
    MinWebservers: 2,
    MaxWebservers: 2,
    WebserverAccessMode: 'PRIVATE_ONLY',
    EndpointManagement: 'SERVICE',
    WeeklyMaintenanceWindowStart: matching(/^(MON|TUE|WED|THU|FRI|SAT|SUN):\d\d:(00|30)$/),
    NetworkConfiguration: { SubnetIds: made.subnets, SecurityGroupIds: [made.group] },
    LoggingConfiguration: {
      DagProcessingLogs: module('DAGProcessing'),
      SchedulerLogs: module('Scheduler'),
      TaskLogs: module('Task', true),
      WebserverLogs: module('WebServer'),
      WorkerLogs: module('Worker'),
    },
    WebserverUrl: matching(/^[0-9a-f-]{36}\.c1\.eu-west-1\.airflow\.amazonaws\.com$/),
    WebserverVpcEndpointService: matching(/^com\.amazonaws\.vpce\.eu-west-1\.vpce-svc-0[0-9a-f]{16}$/),
    DatabaseVpcEndpointService: matching(/^com\.amazonaws\.vpce\.eu-west-1\.vpce-svc-0[0-9a-f]{16}$/),
    CeleryExecutorQueue: matching(/^arn:aws:sqs:eu-west-1:\d{12}:airflow-celery-[0-9a-f-]{36}$/),
    Tags: {},
  });
});

test('an environment comes back with what it was created with', async () => {
  const input = environmentInput(made, 'full', {
    AirflowVersion: '2.11.2',
    EnvironmentClass: 'mw1.medium',
    MinWorkers: 2,
    MaxWorkers: 25,
    Schedulers: 3,
    MinWebservers: 2,
    MaxWebservers: 5,
    WebserverAccessMode: 'PUBLIC_ONLY',
    WeeklyMaintenanceWindowStart: 'TUE:03:30',
    KmsKey: made.key,
    RequirementsS3Path: 'etc/requirements.txt',
    RequirementsS3ObjectVersion: made.requirements[0],
    AirflowConfigurationOptions: { 'core.default_task_retries': '3' },
    Tags: { Stage: 'test' },
  });
  const environment = await createdEnvironment(local, input);
  expect(environment).toMatchObject({ ...input, Status: 'AVAILABLE' });
  // There is no way into its web server from the VPC.
  expect(environment).not.toHaveProperty('WebserverVpcEndpointService');
});

test('a file without a version gets the newest one', async () => {
  const input = environmentInput(made, 'newest', { RequirementsS3Path: 'etc/requirements.txt' });
  expect(await createdEnvironment(local, input)).toMatchObject({
    RequirementsS3ObjectVersion: made.requirements[1],
  });
});

test('the smallest class has one of everything', async () => {
  const input = environmentInput(made, 'micro', { EnvironmentClass: 'mw1.micro' });
  expect(await createdEnvironment(local, input)).toMatchObject({
    Schedulers: 1,
    MinWorkers: 1,
    MaxWorkers: 1,
    MinWebservers: 1,
    MaxWebservers: 1,
  });
});

test('log groups are made for what is logged, and left alone where they are', async () => {
  const group = (kind: string) => `airflow-logs-${kind}`;
  await boto3(local, 'logs', [
    ['create_log_group', { logGroupName: group('Task') }],
    ['put_retention_policy', { logGroupName: group('Task'), retentionInDays: 30 }],
  ]);
  const WorkerLogs = { Enabled: true, LogLevel: 'WARNING' };
  await createdEnvironment(local, environmentInput(made, 'logs', { LoggingConfiguration: { WorkerLogs } }));
  const { output } = await boto3Call(local, 'logs', 'describe_log_groups', {
    logGroupNamePrefix: 'airflow-logs-',
  });
  expect(output?.logGroups).toMatchObject([
    { logGroupName: group('Task'), retentionInDays: 30 },
    { logGroupName: group('Worker') },
  ]);
});

test('an environment is created and deleted over time', async () => {
  const Name = 'brief';
  const client = new MWAAClient(awsClientConfig(local.cloud));
  const input = environmentInput(made, Name) as unknown as CreateEnvironmentCommand['input'];
  const { Arn } = await client.send(new CreateEnvironmentCommand(input));
  expect(Arn).toBe('arn:aws:airflow:eu-west-1:123456789012:environment/brief');
  const { Environment } = await client.send(new GetEnvironmentCommand({ Name }));
  expect(Environment).toMatchObject({ Status: 'CREATING', LastUpdate: { Status: 'PENDING' } });
  expect(Environment?.CreatedAt).toBeInstanceOf(Date);
  const early = await boto3(local, 'mwaa', [
    ['update_environment', { Name, MaxWorkers: 3 }],
    ['delete_environment', { Name }],
  ]);
  expect(early).toEqual([
    {
      code: 'ValidationException',
      status: 400,
      message: 'Environments with CREATING status cannot be updated.',
    },
    {
      code: 'ValidationException',
      status: 400,
      message: 'Environments with CREATING status cannot be deleted.',
    },
  ]);
  expect(await restingEnvironment(local, Name)).toMatchObject({ Status: 'AVAILABLE' });
  await client.send(new DeleteEnvironmentCommand({ Name }));
  expect(await status(Name)).toBe('DELETING');
  await expect(restingEnvironment(local, Name)).rejects.toThrow('ResourceNotFoundException');
  await expect(client.send(new GetEnvironmentCommand({ Name }))).rejects.toThrow(ResourceNotFoundException);
  // The name is free again.
  expect(await createdEnvironment(local, environmentInput(made, Name))).toMatchObject({ Name });
});

test('an environment whose endpoints are the customer’s waits for them', async () => {
  const input = environmentInput(made, 'shared', { EndpointManagement: 'CUSTOMER' });
  expect(await createdEnvironment(local, input)).toMatchObject({ Status: 'PENDING' });
  await boto3Call(local, 'mwaa', 'delete_environment', { Name: 'shared' });
  expect(await status('shared')).toBe('DELETING');
});

test('environments are listed page by page, those of other accounts and regions not', async () => {
  const region = 'eu-central-1';
  const list = (input: object, options: object = {}) =>
    boto3Call(local, 'mwaa', 'list_environments', input, options);
  const first = await list({ MaxResults: 1 });
  const second = await list({ MaxResults: 25, NextToken: first.output?.NextToken });
  const names = [...(first.output?.Environments as string[]), ...(second.output?.Environments as string[])];
  expect(names).toEqual([...names].sort());
  expect(names).toContain('plain');
  expect(first.output?.Environments).toHaveLength(1);
  expect(second.output).not.toHaveProperty('NextToken');
  expect(await list({ MaxResults: 26 })).toMatchObject({ code: 'ValidationException' });
  expect(await list({ NextToken: 'no page ended here' })).toMatchObject({ code: 'ValidationException' });
  expect((await list({}, { region })).output).toEqual({ Environments: [] });
  expect((await list({}, { account: await memberAccount(local) })).output).toEqual({ Environments: [] });
});

test('the AWS CLI finds an environment that boto3 has created', async () => {
  const { stdout } = await local.run('aws', 'mwaa', 'get-environment', '--name', 'plain');
  expect((JSON.parse(stdout) as { Environment: object }).Environment).toMatchObject({
    Name: 'plain',
    Status: 'AVAILABLE',
  });
});
