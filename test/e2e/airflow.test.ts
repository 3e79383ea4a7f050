import { appendFileSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { type Environment, GetEnvironmentCommand, MWAAClient } from '@aws-sdk/client-mwaa';
import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { DeployedProject } from '../support/deployed-project';

jest.setTimeout(10 * 60 * 1000);

/** In the management account, so that the test needs no further account. */
const CI = 'arn:aws:iam::123456789012:role/ci';
const DEFAULTS = 'environments/defaults.yaml';
const STAGE = 'environments/test.yaml';
const MAIN = `main: { version: 2.10.3, requirements: airflow/main.txt, dagPublishers: ['${CI}'] }`;
const UPGRADED = MAIN.replace('2.10.3', '2.11.2').replace('main.txt', 'requirements.txt');
const NEXT = 'next: { version: 3.0.6, requirements: airflow/next.txt }';

const project = new DeployedProject();
let cloud: PrivateCloud;
let account: string;
let mwaa: MWAAClient;
/** When the environments were made. */
const madeAt: Partial<Record<'main' | 'next', Date>> = {};

/** What a plan does, as Terraform says it: the address without cdktf's hash, and what is done to it. */
function planned(output: string): string[] {
  const lines = output.matchAll(/# (\S+?)(?:_[0-9A-F]{8})?(?: \(.*?\))? (?:will|must) be (.+)$/gm);
  return [...lines].map(([, address, what]) => `${address} ${what}`).sort();
}

/** Says which environments the stage has instead of those of defaults.yaml. */
function writeEnvironments(...environments: string[]): void {
  project.write(STAGE, `${stageFile}airflow:\n${environments.map((each) => `  ${each}\n`).join('')}`);
}

const requirements = (version: string, python: string): string =>
  `--constraint "https://raw.githubusercontent.com/apache/airflow/constraints-${version}/constraints-${python}.txt"\n`;

async function environmentOf(name: string): Promise<Environment> {
  const { Environment: found } = await mwaa.send(new GetEnvironmentCommand({ Name: `test-${name}` }));
  return found ?? {};
}

const stageFile = [
  'stage: test',
  'account:',
  '  name: data-test',
  '  email: aws+data-test@example.com',
  '  unit: workloads/non-production',
  'network:',
  '  cidr: 10.21.0.0/16',
  '',
].join('\n');

beforeAll(async () => {
  for (const other of ['sandbox', 'prod', 'isolated']) rmSync(project.path(`environments/${other}.yaml`));
  // Which environments there are is what this test changes; those of defaults.yaml could not be taken out.
  const defaults = readFileSync(project.path(DEFAULTS), 'utf8');
  project.write(DEFAULTS, defaults.replace(/^airflow:\n(?: .*\n)+/m, ''));
  project.write('environments/airflow/main.txt', requirements('2.10.3', '3.11'));
  project.write('environments/airflow/next.txt', requirements('3.0.6', '3.12'));
  writeEnvironments(MAIN);
  cloud = await project.start();
  for (const stack of ['organization', 'test-account', 'test']) await project.deploy(stack);
  const access = await project.enter('aws+data-test@example.com');
  account = access.accountId;
  mwaa = new MWAAClient({ ...awsClientConfig(cloud), credentials: access.credentials });
  madeAt.main = (await environmentOf('main')).CreatedAt;
});

afterAll(async () => {
  await project.stop();
});

// The steps build on each other.
describe('a file of a deployed environment', () => {
  const plugin = 'environments/airflow/plugins/partition_macros.py';

  it('changes nothing when only its time is another, nor does a comment elsewhere', async () => {
    for (const file of [plugin, 'environments/airflow/main.txt', 'environments/airflow/startup.sh'])
      utimesSync(project.path(file), new Date('2001-01-01'), new Date('2001-01-01'));
    for (const file of [STAGE, DEFAULTS]) appendFileSync(project.path(file), '# A comment.\n');
    await project.expectNothingToDo('test');
  });

  it.each([
    ['a plugin', plugin, 'pluginszip'],
    ['the requirements', 'environments/airflow/main.txt', 'requirementstxt'],
  ])('is uploaded, and its environment updated in place, when a line of %s changes', async (_, file, id) => {
    appendFileSync(project.path(file), '# Another line.\n');
    const output = await project.diff('test');
    project.replace(file, '# Another line.\n', '');
    expect(planned(output)).toEqual([
      'aws_mwaa_environment.airflow-main_environment updated in-place',
      `aws_s3_object.airflow-main_files_${id} updated in-place`,
    ]);
  });
});

describe('who publishes DAGs', () => {
  it('puts one below dags/ under the role that is for this alone', async () => {
    const ci = await assumed(CI);
    const publisher = await assumed(`arn:aws:iam::${account}:role/test-main-dag-publisher`, ci);
    const s3 = new S3Client({ ...awsClientConfig(cloud), credentials: publisher });
    const dag = { Bucket: `test-airflow-main-${account}`, Key: 'dags/hello.py' };
    await s3.send(new PutObjectCommand({ ...dag, Body: 'from airflow import DAG\n' }));
    expect(await s3.send(new HeadObjectCommand(dag))).toMatchObject({
      ServerSideEncryption: 'aws:kms',
      VersionId: expect.stringMatching(/./) as unknown,
    });
  });
});

async function assumed(RoleArn: string, credentials = awsClientConfig(cloud).credentials) {
  const { Credentials: keys } = await new STSClient({ ...awsClientConfig(cloud), credentials }).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }),
  );
  return {
    accessKeyId: keys?.AccessKeyId ?? '',
    secretAccessKey: keys?.SecretAccessKey ?? '',
    sessionToken: keys?.SessionToken ?? '',
  };
}

describe('another version of Airflow', () => {
  it.each([
    [
      'an older one',
      { version: '2.9.2', python: '3.11' },
      'Airflow environment main: 2.10.3 is deployed and 2.9.2, which is older, is wanted. Going back stops every task',
    ],
    [
      'another major one',
      { version: '3.0.6', python: '3.12' },
      'Airflow environment main: 2.10.3 is deployed and 3.0.6 is wanted. Terraform would delete the environment with its history and make another; follow docs/runbooks/airflow-upgrade.md',
    ],
  ])('is refused when it is %s', async (_, { version, python }, message) => {
    project.write('environments/airflow/other.txt', requirements(version, python));
    writeEnvironments(MAIN.replace('2.10.3', version).replace('main.txt', 'other.txt'));
    await project.expectRefused('diff', 'test', message);
  });

  it('is taken in place when it is a newer minor one, while another environment is made', async () => {
    writeEnvironments(UPGRADED, NEXT);
    const changes = planned(await project.deploy('test'));
    expect(changes).toContain('aws_mwaa_environment.airflow-main_environment updated in-place');
    expect(changes).toContain('aws_mwaa_environment.airflow-next_environment created');
    expect(changes.filter((change) => /destroyed|replaced/.test(change))).toEqual([]);
    const next = await environmentOf('next');
    expect(await environmentOf('main')).toMatchObject({
      Status: 'AVAILABLE',
      AirflowVersion: '2.11.2',
      CreatedAt: madeAt.main,
    });
    expect(next).toMatchObject({ Status: 'AVAILABLE', AirflowVersion: '3.0.6' });
    madeAt.next = next.CreatedAt;
  });
});

describe('an environment that is taken out', () => {
  it('is refused while it is protected', async () => {
    writeEnvironments(NEXT);
    await project.expectRefused(
      'diff',
      'test',
      'the Airflow environment main is deployed and protected, and is gone from the configuration; put it back with disposable: true into environments/test.yaml, deploy, and then take it out',
    );
    expect((await environmentOf('main')).Status).toBe('AVAILABLE');
  });

  it('goes once its protection is lifted, with all that is its own, and nothing else does', async () => {
    writeEnvironments(UPGRADED.replace('{', '{ disposable: true,'), NEXT);
    await project.deploy('test');
    writeEnvironments(NEXT);
    const changes = planned(await project.deploy('test'));
    const gone = changes.filter((change) => /destroyed|replaced/.test(change));
    expect(gone.filter((change) => !/main/.test(change))).toEqual([]);
    expect(gone).toEqual(
      expect.arrayContaining([
        'aws_iam_role.airflow-main_execution-role destroyed',
        'aws_mwaa_environment.airflow-main_environment destroyed',
        'aws_s3_bucket.airflow-main_bucket destroyed',
      ]),
    );
    await expect(environmentOf('main')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    expect(await environmentOf('next')).toMatchObject({ Status: 'AVAILABLE', CreatedAt: madeAt.next });
  });

  it('leaves nothing to plan', async () => {
    await project.expectNothingToDo('test');
  });
});
