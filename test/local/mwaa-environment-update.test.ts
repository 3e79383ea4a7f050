import { boto3, boto3Call } from './boto3';
import type { Called } from './boto3-process';
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
const Name = 'main';
let made: MwaaSurroundings;
beforeAll(async () => {
  made = await mwaaSurroundings(local);
  await createdEnvironment(
    local,
    environmentInput(made, Name, {
      AirflowVersion: '2.10.3',
      RequirementsS3Path: 'etc/requirements.txt',
      RequirementsS3ObjectVersion: made.requirements[0],
    }),
  );
}, 30_000);

const update = (more: object): Promise<Called> =>
  boto3Call(local, 'mwaa', 'update_environment', { Name, ...more });
const updated = async (more: object) => {
  const { output, ...error } = await update(more);
  if (output === undefined) throw new Error(JSON.stringify(error));
  return restingEnvironment(local, Name);
};

test('what is changed is changed, and the rest stays', async () => {
  const before = await getEnvironment(local, Name);
  const changes = {
    EnvironmentClass: 'mw1.medium',
    MaxWorkers: 5,
    RequirementsS3ObjectVersion: made.requirements[1],
    AirflowConfigurationOptions: { 'core.parallelism': '64' },
    WorkerReplacementStrategy: 'GRACEFUL',
  };
  expect((await update(changes)).output).toEqual({ Arn: before.Arn });
  expect(await getEnvironment(local, Name)).toMatchObject({
    Status: 'UPDATING',
    EnvironmentClass: 'mw1.small',
    LastUpdate: { Status: 'PENDING', WorkerReplacementStrategy: 'GRACEFUL' },
  });
  expect((await update({ MaxWorkers: 6 })).message).toBe(
    'Environments with UPDATING status cannot be updated.',
  );
  const { WorkerReplacementStrategy, ...attributes } = changes;
  expect(await restingEnvironment(local, Name)).toEqual({
    ...before,
    ...attributes,
    LastUpdate: { Status: 'SUCCESS', CreatedAt: expect.any(String) as string, WorkerReplacementStrategy },
  });
});

test('logs are turned on kind by kind', async () => {
  const { LoggingConfiguration } = await updated({
    LoggingConfiguration: { SchedulerLogs: { Enabled: true, LogLevel: 'ERROR' } },
  });
  expect(LoggingConfiguration).toMatchObject({
    SchedulerLogs: { Enabled: true, LogLevel: 'ERROR' },
    TaskLogs: { Enabled: true, LogLevel: 'INFO' },
  });
  const { output } = await boto3Call(local, 'logs', 'describe_log_groups', {
    logGroupNamePrefix: `airflow-${Name}-Scheduler`,
  });
  expect(output?.logGroups).toHaveLength(1);
});

test('an update that cannot start leaves everything as it was', async () => {
  const before = await getEnvironment(local, Name);
  const failed = await updated({
    MaxWorkers: 7,
    NetworkConfiguration: { SecurityGroupIds: [made.closedGroup] },
  });
  expect(failed).toEqual({
    ...before,
    Status: 'UPDATE_FAILED',
    LastUpdate: expect.objectContaining({
      Status: 'FAILED',
      Error: expect.objectContaining({ ErrorCode: 'INCORRECT_CONFIGURATION' }) as object,
    }) as object,
  });
  // It can still be changed.
  expect(await updated({ MaxWorkers: 7 })).toMatchObject({ Status: 'AVAILABLE', MaxWorkers: 7 });
});

test('fails to change what the class does not have', async () => {
  expect(await update({ EnvironmentClass: 'mw1.micro' })).toMatchObject({
    code: 'ValidationException',
    message: 'Scheduler count for mw1.micro must be 1, found 2',
  });
});

test('a version is changed with a snapshot in between, to 3.x from 2.11 only', async () => {
  expect(await update({ AirflowVersion: '3.0.6' })).toMatchObject({
    code: 'ValidationException',
    message: expect.stringContaining('Upgrade to the latest 2.11.x version first') as string,
  });
  const { output } = await update({ AirflowVersion: '2.11.2' });
  expect(output).toHaveProperty('Arn');
  const seen = new Set<unknown>();
  for (;;) {
    const [called] = await boto3(local, 'mwaa', [['get_environment', { Name }]]);
    const environment = called?.output?.Environment as { Status: string; AirflowVersion: string };
    seen.add(environment.Status);
    if (environment.Status === 'AVAILABLE') break;
    expect(environment.AirflowVersion).toBe('2.10.3');
  }
  expect([...seen]).toEqual(['UPDATING', 'CREATING_SNAPSHOT', 'AVAILABLE']);
  expect(await updated({ AirflowVersion: '3.0.6' })).toMatchObject({ AirflowVersion: '3.0.6' });
  expect(await update({ AirflowVersion: '2.10.3' })).toMatchObject({
    code: 'ValidationException',
    message: expect.stringContaining('can only be downgraded to 2.11.x') as string,
  });
}, 20_000);
