import { writeFileSync } from 'node:fs';
import { ListAccountsCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { command, type CommandResult } from '../support/cdktf';
import { DeployedProject } from '../support/deployed-project';

jest.setTimeout(10 * 60 * 1000);

const STAGES = ['sandbox', 'test', 'prod'];
/** The management account's, so that the test needs no further account: to the stage it is a stranger. */
const PRODUCER = 'arn:aws:iam::123456789012:role/kafka-connect';

const project = new DeployedProject();
let cloud: PrivateCloud;
/** Account of sandbox. */
let account: string;
/** Credentials of somebody by name. */
const credentials: Record<'producer' | 'engineer', NodeJS.ProcessEnv> = { producer: {}, engineer: {} };

const raw = () => `sandbox-raw-${account}`;

/**
 * The AWS CLI, as what a person or Kafka Connect has.
 *
 * @throws Error when there is no AWS CLI, without which the way of an event is not tested
 */
async function aws(who: keyof typeof credentials | undefined, ...args: string[]): Promise<CommandResult> {
  const environment = { ...cloud.environment, ...(who === undefined ? {} : credentials[who]) };
  try {
    return await command('aws', [...args, '--region', 'eu-west-1'], project.folder, environment);
  } catch (error) {
    throw new Error('this test needs the AWS CLI: expected `aws` on the PATH, found none', { cause: error });
  }
}

/** What the CLI prints, as JSON. */
async function awsJson<Answer>(
  who: keyof typeof credentials | undefined,
  ...args: string[]
): Promise<Answer> {
  const { exitCode, output } = await aws(who, ...args, '--output', 'json');
  expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  return JSON.parse(output) as Answer;
}

async function assume(roleArn: string): Promise<NodeJS.ProcessEnv> {
  const { Credentials } = await awsJson<{
    Credentials: { AccessKeyId: string; SecretAccessKey: string; SessionToken: string };
  }>(undefined, 'sts', 'assume-role', '--role-arn', roleArn, '--role-session-name', 'test');
  return {
    AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
    AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
    AWS_SESSION_TOKEN: Credentials.SessionToken,
  };
}

beforeAll(async () => {
  const producers = `lake: { producers: { orders: { prefix: events/, principals: ['${PRODUCER}'] } } }`;
  project.replace('environments/sandbox.yaml', 'disposable: true', `${producers}\ndisposable: true`);
  project.write('event.json', '{"event_id":"1","event_type":"order","occurred_at":"2026-01-01 00:00:00"}\n');
  cloud = await project.start();
});

afterAll(async () => {
  await project.stop();
});

describe('all stages at once', () => {
  it.each([
    ['the organization', ['organization']],
    ['their accounts', STAGES.map((stage) => `${stage}-account`)],
    ['all that is in them', STAGES],
  ])('deploys %s', async (_, stacks) => {
    await project.deploy(...stacks);
  });

  it.each(STAGES)('plans nothing for %s a second time', async (stage) => {
    await project.expectNothingToDo(stage);
  });
});

describe('the way of an event from its producer to a query', () => {
  const object = () => `s3://${raw()}/events/dt=2026-01-01/1.json`;

  beforeAll(async () => {
    const { Accounts = [] } = await new OrganizationsClient(awsClientConfig(cloud)).send(
      new ListAccountsCommand({}),
    );
    account = Accounts.find(({ Name }) => Name === 'data-sandbox')?.Id ?? '';
    credentials.producer = await assume(PRODUCER);
    credentials.engineer = await assume(`arn:aws:iam::${account}:role/OrganizationAccountAccessRole`);
  });

  it('lets the producer write below its prefix', async () => {
    expect(await aws('producer', 's3', 'cp', 'event.json', object())).toMatchObject({ exitCode: 0 });
  });

  it('lets the producer upload a large file in parts', async () => {
    writeFileSync(project.path('large.json'), Buffer.alloc(9 * 1024 * 1024, '\n'));
    const target = `s3://${raw()}/events/dt=2026-01-01/large.json`;
    expect(await aws('producer', 's3', 'cp', 'large.json', target)).toMatchObject({ exitCode: 0 });
  });

  it.each([
    ['read what it wrote', () => ['s3', 'cp', object(), 'copy.json']],
    ['list what it wrote', () => ['s3api', 'list-objects-v2', '--bucket', raw(), '--prefix', 'events/']],
    ['delete what it wrote', () => ['s3', 'rm', object()]],
    ['copy what it wrote', () => ['s3', 'cp', object(), `s3://${raw()}/events/copy.json`]],
    ['write elsewhere', () => ['s3', 'cp', 'event.json', `s3://${raw()}/clicks/1.json`]],
    ['write with a key of its own choice', () => ['s3', 'cp', 'event.json', object(), '--sse', 'AES256']],
    [
      'write into another bucket',
      () => ['s3', 'cp', 'event.json', `s3://sandbox-curated-${account}/events/1`],
    ],
  ])('does not let the producer %s', async (_, args) => {
    const { exitCode, output } = await aws('producer', ...args());
    expect(exitCode).not.toBe(0);
    // The CLI asks with HEAD before it copies, and an answer to HEAD has no room for more than the status.
    expect(output).toMatch(/AccessDenied|403/);
  });

  it('encrypts the event with the key of the stage although the producer named none', async () => {
    const { ServerSideEncryption, SSEKMSKeyId } = await awsJson<Record<string, string>>(
      'engineer',
      ...['s3api', 'head-object', '--bucket', raw(), '--key', 'events/dt=2026-01-01/1.json'],
    );
    const { KeyMetadata } = await awsJson<{ KeyMetadata: { Arn: string } }>(
      'engineer',
      ...['kms', 'describe-key', '--key-id', 'alias/sandbox-data'],
    );
    expect({ ServerSideEncryption, SSEKMSKeyId }).toEqual({
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: KeyMetadata.Arn,
    });
  });

  it('has a table over what was written', async () => {
    const { Table } = await awsJson<{
      Table: { StorageDescriptor: { Location: string }; PartitionKeys: { Name: string }[] };
    }>('engineer', 'glue', 'get-table', '--database-name', 'raw', '--name', 'events');
    expect(object()).toContain(Table.StorageDescriptor.Location);
    expect(Table.PartitionKeys.map(({ Name }) => Name)).toEqual(['dt']);
  });

  it('takes a query, and puts its result where the work group says, whatever the client asks for', async () => {
    const { QueryExecutionId } = await awsJson<{ QueryExecutionId: string }>(
      'engineer',
      ...['athena', 'start-query-execution', '--work-group', 'engineers'],
      ...['--query-string', "SELECT * FROM raw.events WHERE dt = '2026-01-01'"],
      ...['--result-configuration', `OutputLocation=s3://${raw()}/elsewhere/`],
    );
    const { QueryExecution } = await awsJson<{
      QueryExecution: { Status: { State: string }; ResultConfiguration: object; WorkGroup: string };
    }>('engineer', 'athena', 'get-query-execution', '--query-execution-id', QueryExecutionId);
    expect(QueryExecution).toMatchObject({
      WorkGroup: 'engineers',
      Status: { State: 'SUCCEEDED' },
      ResultConfiguration: {
        OutputLocation: `s3://sandbox-query-results-${account}/engineers/${QueryExecutionId}.csv`,
        EncryptionConfiguration: { EncryptionOption: 'SSE_KMS' },
      },
    });
  });
});
