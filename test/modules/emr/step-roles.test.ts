import { StepRoles } from '../../../modules/emr/step-roles';
import type { StepRoleJob } from '../../../modules/emr/step-role';
import type { PolicyStatement } from '../../../modules/iam/policy-document';
import { synthModule } from '../../support/synth';
import {
  onlyResource,
  type RenderedStatement,
  resourcesOf,
  statements,
  type TerraformJson,
} from '../../support/terraform-json';
import { ACCOUNT_ID, CURATED, DATA_KEY, INSTANCE_ROLE, RAW, REGION } from './emr-fixture';

const ORDERS: StepRoleJob = {
  reads: [{ bucketArn: RAW, prefix: 'events/orders/' }],
  writes: [{ bucketArn: CURATED, prefix: 'orders/' }],
  databases: { read: ['raw'], write: ['curated'] },
};
const READER: StepRoleJob = { ...ORDERS, writes: [], databases: { read: ['raw'], write: [] } };
const NOTHING: StepRoleJob = { reads: [], writes: [], databases: { read: [], write: [] } };

function stepRoles(jobs: Record<string, StepRoleJob>): { json: TerraformJson; assume: PolicyStatement[] } {
  let assume: PolicyStatement[] = [];
  const json = synthModule((stack, provider) => {
    assume = new StepRoles(stack, 'step-roles', {
      provider,
      accountId: ACCOUNT_ID,
      region: REGION,
      name: 'sandbox',
      instanceRoleArn: INSTANCE_ROLE,
      dataKeyArn: DATA_KEY,
      jobs,
    }).assumeStatements();
  });
  return { json, assume };
}

function jobPolicy(job: StepRoleJob): RenderedStatement[] {
  return statements(onlyResource(stepRoles({ job }).json, 'aws_iam_role_policy')['policy']);
}

function statement(job: StepRoleJob, sid: string): RenderedStatement | undefined {
  return jobPolicy(job).find(({ Sid }) => Sid === sid);
}

describe('a step role', () => {
  it('is assumed by cluster nodes only, with the tags EMR puts on the session', () => {
    const role = onlyResource(stepRoles({ orders: ORDERS }).json, 'aws_iam_role');
    expect(role['name']).toBe('sandbox-emr-step-orders');
    expect(statements(role['assume_role_policy'])).toEqual([
      {
        Sid: 'ClusterNodesStartTheJob',
        Effect: 'Allow',
        Principal: { AWS: INSTANCE_ROLE },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      },
    ]);
  });

  it('lists its own prefixes only', () => {
    expect(statement(ORDERS, 'ListOwnPrefixes1')).toMatchObject({
      Resource: RAW,
      Condition: { StringLike: { 's3:prefix': ['events/orders/*'] } },
    });
    expect(statement(ORDERS, 'ListOwnPrefixes2')).toMatchObject({
      Resource: CURATED,
      Condition: { StringLike: { 's3:prefix': ['orders/*'] } },
    });
  });

  it('asks whether its folder is there without seeing what lies in folders that begin alike', () => {
    expect(statement(ORDERS, 'FindOwnPrefixes1')).toMatchObject({
      Resource: RAW,
      Condition: { StringEquals: { 's3:prefix': ['events/orders'], 's3:delimiter': '/' } },
    });
  });

  it('reads objects where it reads and writes, and asks whether the folder is one', () => {
    expect(statement(ORDERS, 'ReadObjects')?.Resource).toEqual([
      `${RAW}/events/orders/*`,
      `${RAW}/events/orders`,
      `${CURATED}/orders/*`,
      `${CURATED}/orders`,
    ]);
  });

  it('writes and deletes where it writes, and the marker that EMR puts beside an empty folder', () => {
    const write = statement(ORDERS, 'WriteObjects');
    expect(write?.Action).toEqual(expect.arrayContaining(['s3:PutObject', 's3:DeleteObject']));
    expect(write?.Resource).toEqual([`${CURATED}/orders/*`, `${CURATED}/orders_$folder$`]);
  });

  it('reads the tables of its databases, and the two databases every Spark session asks for', () => {
    const glue = `arn:aws:glue:${REGION}:${ACCOUNT_ID}`;
    expect(statement(READER, 'ReadTables')?.Resource).toEqual([
      `${glue}:catalog`,
      `${glue}:database/default`,
      `${glue}:userDefinedFunction/default/*`,
      `${glue}:database/global_temp`,
      `${glue}:userDefinedFunction/global_temp/*`,
      `${glue}:database/raw`,
      `${glue}:userDefinedFunction/raw/*`,
      `${glue}:table/raw/*`,
    ]);
  });

  it('changes tables of the databases it writes only, and never a database', () => {
    const glue = `arn:aws:glue:${REGION}:${ACCOUNT_ID}`;
    const write = statement(ORDERS, 'WriteTables');
    expect(write?.Resource).toEqual([
      `${glue}:catalog`,
      `${glue}:database/curated`,
      `${glue}:table/curated/*`,
    ]);
    expect(write?.Action).not.toContain('glue:DeleteDatabase');
    expect(statement(READER, 'WriteTables')).toBeUndefined();
  });

  it('uses the data key through S3, and to encrypt only when it writes', () => {
    const throughS3 = { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } };
    expect(statement(ORDERS, 'UseTheKeyOfObjects')).toMatchObject({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
      Resource: DATA_KEY,
      Condition: throughS3,
    });
    expect(statement(READER, 'UseTheKeyOfObjects')).toMatchObject({
      Action: 'kms:Decrypt',
      Condition: throughS3,
    });
  });

  it.each([
    ['reads', READER],
    ['writes', ORDERS],
    ['writes and has no objects', { ...NOTHING, databases: { read: [], write: ['curated'] } }],
  ])('has what AWS asks of clients of an encrypted catalog when it %s tables', (_, job) => {
    expect(statement(job, 'UseTheKeyOfTheCatalog')).toMatchObject({
      Action: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      Resource: DATA_KEY,
      Condition: { StringEquals: { 'kms:ViaService': 'glue.eu-west-1.amazonaws.com' } },
    });
  });

  it('uses the key through no service in which it has nothing', () => {
    const sids = (job: StepRoleJob) => jobPolicy(job).map(({ Sid }) => Sid);
    expect(sids({ ...ORDERS, databases: NOTHING.databases })).not.toContain('UseTheKeyOfTheCatalog');
    expect(sids({ ...NOTHING, databases: ORDERS.databases })).not.toContain('UseTheKeyOfObjects');
  });

  it('has no right at all when nothing is listed', () => {
    expect(resourcesOf(stepRoles({ idle: NOTHING }).json, 'aws_iam_role_policy')).toEqual([]);
  });
});

describe('the list of jobs', () => {
  it('is the list of roles that nodes may assume', () => {
    const { json, assume } = stepRoles({ orders: ORDERS, customers: READER });
    expect(resourcesOf(json, 'aws_iam_role').map((role) => role['name'])).toEqual([
      'sandbox-emr-step-customers',
      'sandbox-emr-step-orders',
    ]);
    expect(assume).toHaveLength(1);
    expect(assume[0]?.Resource).toHaveLength(2);
    expect(assume[0]?.Action).toEqual(['sts:AssumeRole', 'sts:TagSession']);
  });

  it('may be empty: then nodes may assume nothing', () => {
    const { json, assume } = stepRoles({});
    expect(json.resource).toBeUndefined();
    expect(assume).toEqual([]);
  });
});
