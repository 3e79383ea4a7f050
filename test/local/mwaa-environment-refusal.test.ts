import { boto3, boto3Call } from './boto3';
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
  await createdEnvironment(local, environmentInput(made, 'taken'));
}, 30_000);

const input = (more: object = {}) => environmentInput(made, 'refused', more);
const create = (request: object) => boto3Call(local, 'mwaa', 'create_environment', request);
const network = (SubnetIds: readonly string[], SecurityGroupIds = [made.group]) => ({
  NetworkConfiguration: { SubnetIds, SecurityGroupIds },
});
const micro = (more: object) => input({ EnvironmentClass: 'mw1.micro', ...more });

test.each<[string, () => object, string]>([
  ['without a role', () => input({ ExecutionRoleArn: undefined }), "Value null at 'executionRoleArn' failed"],
  ['without a bucket', () => input({ SourceBucketArn: undefined }), "Value null at 'sourceBucketArn' failed"],
  ['without a DAG folder', () => input({ DagS3Path: undefined }), "Value null at 'dagS3Path' failed"],
  ['without a network', () => input({ NetworkConfiguration: undefined }), 'Member must not be null'],
  ['of a name that is none', () => input({ Name: '1st' }), '[a-zA-Z][0-9a-zA-Z\\-_]*'],
  ['of a name that is taken', () => input({ Name: 'taken' }), 'Environment with name taken already exists.'],
  [
    'with a bucket’s slash',
    () => input({ SourceBucketArn: 'arn:aws:s3:::airflow/' }),
    "at 'sourceBucketArn'",
  ],
  ['with a window that is none', () => input({ WeeklyMaintenanceWindowStart: 'SUN:03:15' }), '(00|30)'],
  ['with an unknown access mode', () => input({ WebserverAccessMode: 'OPEN' }), 'PUBLIC_AND_PRIVATE]'],
  [
    'with an unknown log level',
    () => input({ LoggingConfiguration: { TaskLogs: { Enabled: true, LogLevel: 'TRACE' } } }),
    "Value 'TRACE' at 'loggingConfiguration.taskLogs.logLevel' failed",
  ],
  [
    'with 51 tags',
    () => input({ Tags: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, 'v'])) }),
    "at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50",
  ],
  ['with an option that is no name', () => input({ AirflowConfigurationOptions: { 'Core.x': '1' } }), '.key'],
  [
    'with an option that MWAA sets',
    () => input({ AirflowConfigurationOptions: { 'core.executor': 'Local', 'core.parallelism': '9' } }),
    'option is not allowed: core.executor',
  ],
  ['of an unknown class', () => input({ EnvironmentClass: 'mw1.huge' }), 'Environment class mw1.huge is not'],
  ['with too many workers', () => input({ MaxWorkers: 26 }), 'must be between 1 and 25, found 26'],
  ['with workers upside down', () => input({ MinWorkers: 5, MaxWorkers: 2 }), 'must not be greater than'],
  ['with one scheduler', () => input({ Schedulers: 1 }), 'Scheduler count for mw1.small must be between 2'],
  ['with one web server', () => input({ MinWebservers: 1 }), 'Web server count for mw1.small must be'],
  ['of the smallest class with two web servers', () => micro({ MaxWebservers: 2 }), 'mw1.micro must be 1,'],
  ['of the smallest class with two workers', () => micro({ MaxWorkers: 2 }), 'Worker count for mw1.micro'],
  [
    'of an unknown version',
    () => input({ AirflowVersion: '2.12.0' }),
    'Airflow version 2.12.0 is not supported',
  ],
  ['of an ended version', () => input({ AirflowVersion: '2.6.3' }), 'no longer supported since 2025-12-30'],
  [
    'reached from both sides before version 3.2.1',
    () => input({ AirflowVersion: '3.0.6', WebserverAccessMode: 'PUBLIC_AND_PRIVATE' }),
    'requires Airflow version 3.2.1 or later',
  ],
  ['in one subnet', () => input(network([made.subnets[0]])), "at 'networkConfiguration.subnetIds'"],
  [
    'in three subnets',
    () => input(network([...made.subnets, made.sameZoneSubnet])),
    'Member must have length less than or equal to 2',
  ],
  [
    'in a subnet that is not there',
    () => input(network([made.subnets[0], 'subnet-0123456789abcdef0'])),
    'Subnet subnet-0123456789abcdef0 does not exist',
  ],
  ['in one zone', () => input(network([made.subnets[0], made.sameZoneSubnet])), 'two different Availability'],
  ['in two VPCs', () => input(network([made.subnets[0], made.otherVpcSubnet])), 'must be in the same VPC'],
  [
    'in a security group that is not there',
    () => input(network(made.subnets, ['sg-0123456789abcdef0'])),
    'Security group sg-0123456789abcdef0 does not exist',
  ],
  [
    'in another VPC’s security group',
    () => input(network(made.subnets, [made.otherVpcGroup])),
    'is not in the VPC of the subnets',
  ],
  [
    'with a bucket that is not there',
    () => input({ SourceBucketArn: 'arn:aws:s3:::nobodys' }),
    'S3 bucket nobodys does not exist',
  ],
  [
    'with a bucket without versions',
    () => input({ SourceBucketArn: 'arn:aws:s3:::unversioned' }),
    'Provided bucket does not have versioning enabled for s3 bucket unversioned.',
  ],
  [
    'with an open bucket',
    () => input({ SourceBucketArn: 'arn:aws:s3:::open' }),
    'Provided bucket does not have BlockPublicAccess set for s3 bucket open.',
  ],
  [
    'with a bucket that is half open',
    () => input({ SourceBucketArn: 'arn:aws:s3:::half-open' }),
    'Provided bucket does not have BlockPublicAccess set for s3 bucket half-open.',
  ],
  [
    'with a file that is not there',
    () => input({ PluginsS3Path: 'plugins.zip' }),
    'PluginsS3Path plugins.zip does not exist in s3 bucket airflow.',
  ],
  [
    'with a version that is not there',
    () => input({ RequirementsS3Path: 'etc/requirements.txt', RequirementsS3ObjectVersion: 'none' }),
    'with version none does not exist',
  ],
  [
    'with a version of nothing',
    () => input({ RequirementsS3ObjectVersion: 'none' }),
    'RequirementsS3ObjectVersion is given without RequirementsS3Path',
  ],
  [
    'with a role that is not there',
    () => input({ ExecutionRoleArn: 'arn:aws:iam::123456789012:role/nobodys' }),
    'Failed to assume role arn:aws:iam::123456789012:role/nobodys.',
  ],
  [
    'with a role that only half of MWAA can assume',
    () => input({ ExecutionRoleArn: made.halfRole }),
    "Please ensure your role is assumable by 'airflow.amazonaws.com' Service Principal",
  ],
  [
    'with a key that is not there',
    () => input({ KmsKey: made.key.replace(/.{12}$/, '0123456789ab') }),
    'does not exist',
  ],
  [
    'with a key’s alias',
    () => input({ KmsKey: 'arn:aws:kms:eu-west-1:123456789012:alias/mwaa' }),
    'KmsKey must be a key id or a key ARN',
  ],
  ['with a key that is no ARN', () => input({ KmsKey: 'mwaa' }), "Value 'mwaa' at 'kmsKey' failed"],
  ['with a key for several regions', () => input({ KmsKey: made.multiRegionKey }), "at 'kmsKey'"],
])('fails to create an environment %s', async (_, request, message) => {
  expect(await create(request())).toEqual({
    code: 'ValidationException',
    status: 400,
    message: expect.stringContaining(message) as string,
  });
});

test('fails to create an environment with a key that is disabled', async () => {
  const KeyId = made.closedKey.split('/')[1];
  await boto3Call(local, 'kms', 'disable_key', { KeyId });
  expect(await create(input({ KmsKey: made.closedKey }))).toMatchObject({
    code: 'ValidationException',
    message: expect.stringContaining('is not enabled: it is Disabled') as string,
  });
  await boto3Call(local, 'kms', 'enable_key', { KeyId });
});

test.each<[string, () => object, string]>([
  [
    'without a rule that lets its security group in',
    () => network(made.subnets, [made.closedGroup]),
    'has an ingress rule for itself',
  ],
  [
    'in a public subnet',
    () => network([made.subnets[0], made.publicSubnet]),
    'has a route to the internet gateway igw-',
  ],
  [
    'with a key that CloudWatch Logs may not use',
    () => ({ KmsKey: made.closedKey }),
    'does not let logs.eu-west-1.amazonaws.com do kms:Encrypt',
  ],
])('an environment %s is accepted and fails to start', async (_, more, reason) => {
  const Name = 'doomed';
  const environment = await createdEnvironment(local, environmentInput(made, Name, more()));
  expect(environment).toMatchObject({
    Status: 'CREATE_FAILED',
    LastUpdate: {
      Status: 'FAILED',
      Error: {
        ErrorCode: 'INCORRECT_CONFIGURATION',
        ErrorMessage: expect.stringContaining(reason) as string,
      },
    },
  });
  const [updated, deleted] = await boto3(local, 'mwaa', [
    ['update_environment', { Name, MaxWorkers: 3 }],
    ['delete_environment', { Name }],
  ]);
  expect(updated?.message).toBe('Environments with CREATE_FAILED status cannot be updated.');
  expect(deleted?.output).toEqual({});
  await expect(restingEnvironment(local, Name)).rejects.toThrow('ResourceNotFoundException');
});

test('fails on an environment that is not there', async () => {
  const Name = 'nobodys';
  const called = await boto3(local, 'mwaa', [
    ['get_environment', { Name }],
    ['update_environment', { Name }],
    ['delete_environment', { Name }],
  ]);
  const notFound = {
    code: 'ResourceNotFoundException',
    status: 404,
    message: 'Environment with name nobodys not found.',
  };
  expect(called).toEqual([notFound, notFound, notFound]);
});

test('fails for the second of two requests for one name at once', async () => {
  const Name = 'contested';
  const script = `
import boto3, json, sys
from concurrent.futures import ThreadPoolExecutor
client = boto3.client('mwaa', region_name='eu-west-1')
def create(_):
    try:
        return client.create_environment(**json.loads('''${JSON.stringify(environmentInput(made, Name))}'''))['Arn']
    except client.exceptions.ValidationException as e:
        return e.response['Error']['Message']
with ThreadPoolExecutor() as pool:
    print(json.dumps(sorted(pool.map(create, range(2)))))
`;
  expect(await local.python(script)).toEqual([
    'Environment with name contested already exists.',
    expect.stringMatching(/:environment\/contested$/),
  ]);
  expect(await getEnvironment(local, Name)).toMatchObject({ Name });
});
