import { parsedLandingZone } from '../support/landing-zone';
import {
  callerPolicy,
  policyConfig,
  PRODUCER_ACCOUNT,
  STAGE_ACCOUNT,
  StackPolicies,
} from '../support/policies';
import { type Access, decide } from './decide';

const config = policyConfig();
const stack = new StackPolicies(parsedLandingZone(config)['sandbox'] ?? {});
const REGION = 'eu-west-1';

const roleOf = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
const NODE = stack.arn('aws_iam_role', 'emr-node');
const SERVICE = stack.arn('aws_iam_role', 'emr-service');
const FLOW_LOG = stack.arn('aws_iam_role', 'vpc-flow-log');
const CRAWLER = stack.arn('aws_iam_role', 'events-crawler');
const DAILY = stack.arn('aws_iam_role', 'step-events-daily');
const REPORT = stack.arn('aws_iam_role', 'step-report');
const ADMIN = roleOf(STAGE_ACCOUNT, 'admin');
const STRANGER = roleOf('777788889999', 'admin');
const KAFKA = roleOf(PRODUCER_ACCOUNT, 'kafka-connect');
const FIREHOSE = roleOf(STAGE_ACCOUNT, 'firehose');

const bucket = (purpose: string) => stack.arn('aws_s3_bucket', `-${purpose}-${STAGE_ACCOUNT}`);
const RAW = bucket('raw');
const CURATED = bucket('curated');
const RESULTS = bucket('query-results');
const ARTIFACTS = bucket('artifacts');
const ACCESS_LOGS = bucket('access-logs');

const [DATA_KEY, LOGS_KEY] = ['data', 'logs'].map((purpose) => {
  const found = stack.all.find(({ title }) => title.startsWith(`key ${purpose}-key`));
  if (found === undefined) throw new Error(`there is no ${purpose} key`);
  return found.ownerArn;
}) as [string, string];

const glue = (rest: string) => `arn:aws:glue:${REGION}:${STAGE_ACCOUNT}:${rest}`;
const THROUGH_S3 = { 'kms:ViaService': `s3.${REGION}.amazonaws.com` };
const THROUGH_GLUE = { 'kms:ViaService': `glue.${REGION}.amazonaws.com` };
const inBucket = (arn: string) => ({ 'kms:EncryptionContext:aws:s3:arn': arn });
const below = (prefix: string) => ({ 's3:prefix': prefix });
const folders = (prefix: string) => ({ ...below(prefix), 's3:delimiter': '/' });

/** A sentence, and what is asked: action, resource, and the request's own condition keys. */
type Case = readonly [string, string, string, Record<string, string>?];

const named = (cases: readonly Case[]) => cases.map((asked) => ({ sentence: asked[0], asked }));

/** One test per sentence: what somebody may do, and what it may not. */
function itDecides(who: string, principal: string, may: readonly Case[], mayNot: readonly Case[]): void {
  describe(who, () => {
    it.each(named(may))('may $sentence', async ({ asked: [, action, resource, context] }) => {
      await expect(decide(stack, access(principal, action, resource, context))).resolves.toBe('Allowed');
    });
    it.each(named(mayNot))('may not $sentence', async ({ asked: [, action, resource, context] }) => {
      await expect(decide(stack, access(principal, action, resource, context))).resolves.toMatch(/Denied$/);
    });
  });
}

function access(
  principal: string,
  action: string,
  resource: string,
  context?: Record<string, string>,
): Access {
  return { principal, action, resource, ...(context ? { context } : {}) };
}

itDecides(
  'a node of a cluster',
  NODE,
  [
    ['become the job events-daily', 'sts:AssumeRole', DAILY],
    ['become the job report', 'sts:AssumeRole', REPORT],
    ['tag the session of events-daily', 'sts:TagSession', DAILY],
    ['tag the session of report', 'sts:TagSession', REPORT],
    ['write logs of a cluster', 's3:PutObject', `${ARTIFACTS}/emr-logs/j-1/node.gz`],
    ['read a bootstrap script', 's3:GetObject', `${ARTIFACTS}/bootstrap/install.sh`],
    ['read the certificate of the cluster', 's3:GetObject', `${ARTIFACTS}/emr-tls/1.zip`],
    ['encrypt its disks', 'kms:GenerateDataKey', DATA_KEY],
    [
      'let EC2 use the key for a volume',
      'kms:CreateGrant',
      DATA_KEY,
      { 'kms:GrantIsForAWSResource': 'true' },
    ],
    ['ask for the default database', 'glue:GetDatabase', glue('database/default')],
  ],
  [
    ['become the EMR service', 'sts:AssumeRole', SERVICE],
    ['become the crawler', 'sts:AssumeRole', CRAWLER],
    ['become the flow log', 'sts:AssumeRole', FLOW_LOG],
    ['become an administrator', 'sts:AssumeRole', ADMIN],
    ['become itself', 'sts:AssumeRole', NODE],
    ['become a job that is not listed', 'sts:AssumeRole', `${DAILY}-2`],
    ['become a job of another account', 'sts:AssumeRole', DAILY.replace(STAGE_ACCOUNT, PRODUCER_ACCOUNT)],
    ['read raw data', 's3:GetObject', `${RAW}/events/1.json`],
    ['list raw data', 's3:ListBucket', RAW, below('events/')],
    ['read curated data', 's3:GetObject', `${CURATED}/report/1.parquet`],
    ['write curated data', 's3:PutObject', `${CURATED}/report/1.parquet`],
    ['read results of queries', 's3:GetObject', `${RESULTS}/analysts/1.csv`],
    ['read the code of a job', 's3:GetObject', `${ARTIFACTS}/jobs/report/main.py`],
    ['change the code of a job', 's3:PutObject', `${ARTIFACTS}/jobs/report/main.py`],
    ['change a bootstrap script', 's3:PutObject', `${ARTIFACTS}/bootstrap/install.sh`],
    ['replace the certificate', 's3:PutObject', `${ARTIFACTS}/emr-tls/1.zip`],
    ['delete logs', 's3:DeleteObject', `${ARTIFACTS}/emr-logs/j-1/node.gz`],
    ['list the whole artifacts bucket', 's3:ListBucket', ARTIFACTS],
    ['list certificates', 's3:ListBucket', ARTIFACTS, below('emr-tls/')],
    ['let anybody else use the key', 'kms:CreateGrant', DATA_KEY],
    ['use the key of the logs', 'kms:Decrypt', LOGS_KEY],
    ['read tables', 'glue:GetTable', glue('table/curated/report')],
    ['pass a role', 'iam:PassRole', SERVICE, { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    [
      'add steps',
      'elasticmapreduce:AddJobFlowSteps',
      `arn:aws:elasticmapreduce:${REGION}:${STAGE_ACCOUNT}:cluster/j-1`,
    ],
    ['read parameters', 'ssm:GetParameter', `arn:aws:ssm:${REGION}:${STAGE_ACCOUNT}:parameter/secret`],
  ],
);

itDecides(
  'the job events-daily, which reads raw events/ and writes curated events_daily/',
  DAILY,
  [
    ['read what it reads', 's3:GetObject', `${RAW}/events/dt=2026-01-01/1.json`],
    ['list what it reads', 's3:ListBucket', RAW, below('events/dt=2026-01-01/')],
    ['ask whether the folder it reads is there', 's3:ListBucket', RAW, folders('events')],
    ['read its own code', 's3:GetObject', `${ARTIFACTS}/jobs/events-daily/main.py`],
    ['write what it writes', 's3:PutObject', `${CURATED}/events_daily/data/1.parquet`],
    ['read what it writes', 's3:GetObject', `${CURATED}/events_daily/data/1.parquet`],
    ['list what it writes', 's3:ListBucket', CURATED, below('events_daily/')],
    ['delete what it writes', 's3:DeleteObject', `${CURATED}/events_daily/data/1.parquet`],
    ['mark its folder', 's3:PutObject', `${CURATED}/events_daily_$folder$`],
    ['give up an upload', 's3:AbortMultipartUpload', `${CURATED}/events_daily/data/1.parquet`],
    ['find its bucket', 's3:GetBucketLocation', CURATED],
    ['decrypt what S3 holds', 'kms:Decrypt', DATA_KEY, THROUGH_S3],
    ['encrypt what it writes', 'kms:GenerateDataKey', DATA_KEY, THROUGH_S3],
    ['encrypt metadata of tables', 'kms:Encrypt', DATA_KEY, THROUGH_GLUE],
    ['read tables of raw', 'glue:GetTable', glue('table/raw/events')],
    ['read the database raw', 'glue:GetDatabase', glue('database/raw')],
    ['read the catalog', 'glue:GetTables', glue('catalog')],
    ['read partitions of curated', 'glue:GetPartitions', glue('table/curated/events_daily')],
    ['make a table of curated', 'glue:CreateTable', glue('table/curated/events_daily')],
    ['change a table of curated', 'glue:UpdateTable', glue('table/curated/events_daily')],
  ],
  [
    ['read another prefix of raw', 's3:GetObject', `${RAW}/clicks/1.json`],
    ['read a prefix that begins alike', 's3:GetObject', `${RAW}/events-private/1.json`],
    ['list another prefix of raw', 's3:ListBucket', RAW, below('clicks/')],
    ['list a prefix that begins alike', 's3:ListBucket', RAW, below('events-private/')],
    ['list folders of a prefix that begins alike', 's3:ListBucket', RAW, folders('events-private/')],
    ['list all that begins alike', 's3:ListBucket', RAW, below('events')],
    [
      'list all that begins alike up to another letter',
      's3:ListBucket',
      RAW,
      { ...below('events'), 's3:delimiter': '0' },
    ],
    ['list folders that begin like part of its prefix', 's3:ListBucket', RAW, folders('event')],
    ['list the whole of raw', 's3:ListBucket', RAW],
    ['list raw from its root', 's3:ListBucket', RAW, below('')],
    ['list folders from the root of raw', 's3:ListBucket', RAW, folders('')],
    ['list old versions', 's3:ListBucketVersions', RAW, below('events/')],
    ['read old versions', 's3:GetObjectVersion', `${RAW}/events/1.json`],
    ['write what it only reads', 's3:PutObject', `${RAW}/events/1.json`],
    ['delete what it only reads', 's3:DeleteObject', `${RAW}/events/1.json`],
    ['read what another job reads', 's3:GetObject', `${CURATED}/report/1.parquet`],
    ['write the same prefix of another zone', 's3:PutObject', `${RAW}/events_daily/1.parquet`],
    ['write another prefix of its zone', 's3:PutObject', `${CURATED}/report/1.parquet`],
    ['write a prefix that begins alike', 's3:PutObject', `${CURATED}/events_daily_2/1.parquet`],
    ['read the code of another job', 's3:GetObject', `${ARTIFACTS}/jobs/report/main.py`],
    ['change its own code', 's3:PutObject', `${ARTIFACTS}/jobs/events-daily/main.py`],
    ['read the certificate of the cluster', 's3:GetObject', `${ARTIFACTS}/emr-tls/1.zip`],
    ['read logs of clusters', 's3:GetObject', `${ARTIFACTS}/emr-logs/j-1/node.gz`],
    ['read results of queries', 's3:GetObject', `${RESULTS}/analysts/1.csv`],
    ['read access logs', 's3:GetObject', `${ACCESS_LOGS}/raw/2026-01-01`],
    ['delete a version for good', 's3:DeleteObjectVersion', `${CURATED}/events_daily/data/1.parquet`],
    ['delete a bucket', 's3:DeleteBucket', CURATED],
    ['change the policy of a bucket', 's3:PutBucketPolicy', CURATED],
    ['use the key other than through S3 and Glue', 'kms:Decrypt', DATA_KEY],
    ['encrypt text of its own through S3', 'kms:Encrypt', DATA_KEY, THROUGH_S3],
    [
      'use the key through another service',
      'kms:Decrypt',
      DATA_KEY,
      { 'kms:ViaService': `ebs.${REGION}.amazonaws.com` },
    ],
    ['use the key of the logs', 'kms:Decrypt', LOGS_KEY, THROUGH_S3],
    ['delete the key', 'kms:ScheduleKeyDeletion', DATA_KEY],
    ['make a table of raw', 'glue:CreateTable', glue('table/raw/events')],
    ['delete a table of raw', 'glue:DeleteTable', glue('table/raw/events')],
    ['read tables of another database', 'glue:GetTable', glue('table/finance/payments')],
    ['make a table of another database', 'glue:CreateTable', glue('table/finance/payments')],
    ['make a database', 'glue:CreateDatabase', glue('database/mine')],
    ['delete its database', 'glue:DeleteDatabase', glue('database/curated')],
    ['become another job', 'sts:AssumeRole', REPORT],
    ['become a node again', 'sts:AssumeRole', NODE],
    ['give itself more', 'iam:PutRolePolicy', DAILY],
    ['change who may become it', 'iam:UpdateAssumeRolePolicy', DAILY],
    ['pass a role', 'iam:PassRole', DAILY, { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    ['make a user', 'iam:CreateUser', `arn:aws:iam::${STAGE_ACCOUNT}:user/mine`],
  ],
);

itDecides(
  'the job report, which only reads',
  REPORT,
  [
    ['read what it reads', 's3:GetObject', `${CURATED}/report/1.parquet`],
    ['decrypt it', 'kms:Decrypt', DATA_KEY, THROUGH_S3],
    ['read tables of curated', 'glue:GetTable', glue('table/curated/report')],
    ['decrypt metadata of tables', 'kms:Decrypt', DATA_KEY, THROUGH_GLUE],
    ['use the catalog as AWS wants its clients to', 'kms:Encrypt', DATA_KEY, THROUGH_GLUE],
  ],
  [
    ['write what it reads', 's3:PutObject', `${CURATED}/report/1.parquet`],
    ['encrypt objects', 'kms:GenerateDataKey', DATA_KEY, THROUGH_S3],
    ['read what another job writes', 's3:GetObject', `${CURATED}/events_daily/data/1.parquet`],
    ['read tables of raw', 'glue:GetTable', glue('table/raw/events')],
    ['make a table of curated', 'glue:CreateTable', glue('table/curated/report')],
  ],
);

describe('becoming a job', () => {
  it.each([
    ['another job', REPORT],
    ['the service role of EMR', 'elasticmapreduce.amazonaws.com'],
    ['an instance without the profile', 'ec2.amazonaws.com'],
    ['an administrator of the account', ADMIN],
    ['an administrator of another account', STRANGER],
    ['a producer', KAFKA],
  ])('is refused to %s', async (_, principal) => {
    for (const action of ['sts:AssumeRole', 'sts:TagSession'])
      await expect(decide(stack, { principal, action, resource: DAILY })).resolves.toMatch(/Denied$/);
  });
});

const CROSS_ACCOUNT_PRODUCER = {
  may: [
    ['write below its prefix', 's3:PutObject', `${RAW}/events/dt=2026-01-01/1.json`],
    ['name the right key while it writes', 's3:PutObject', `${RAW}/events/1.json`, encryptedWith(DATA_KEY)],
    ['give up an upload', 's3:AbortMultipartUpload', `${RAW}/events/1.json`],
    ['encrypt what it writes', 'kms:GenerateDataKey', DATA_KEY, { ...THROUGH_S3, ...inBucket(RAW) }],
    [
      'encrypt it without a bucket key',
      'kms:GenerateDataKey',
      DATA_KEY,
      { ...THROUGH_S3, ...inBucket(`${RAW}/events/1.json`) },
    ],
    ['join the parts of an upload', 'kms:Decrypt', DATA_KEY, { ...THROUGH_S3, ...inBucket(RAW) }],
  ] as const satisfies readonly Case[],
  mayNot: [
    ['read what it wrote', 's3:GetObject', `${RAW}/events/dt=2026-01-01/1.json`],
    ['list what it wrote', 's3:ListBucket', RAW, below('events/')],
    ['delete what it wrote', 's3:DeleteObject', `${RAW}/events/dt=2026-01-01/1.json`],
    ['delete a version of it', 's3:DeleteObjectVersion', `${RAW}/events/1.json`],
    ['see its unfinished uploads', 's3:ListBucketMultipartUploads', RAW],
    ['tag what it wrote', 's3:PutObjectTagging', `${RAW}/events/1.json`],
    ['open what it wrote to others', 's3:PutObjectAcl', `${RAW}/events/1.json`],
    ['write the prefix of another producer', 's3:PutObject', `${RAW}/partner/1.json`],
    ['write a prefix that begins alike', 's3:PutObject', `${RAW}/events-2/1.json`],
    ['write at the root', 's3:PutObject', `${RAW}/1.json`],
    ['write curated', 's3:PutObject', `${CURATED}/events/1.json`],
    ['write artifacts', 's3:PutObject', `${ARTIFACTS}/events/1.json`],
    ['change the policy of raw', 's3:PutBucketPolicy', RAW],
    ['delete raw', 's3:DeleteBucket', RAW],
    ['encrypt with another key', 's3:PutObject', `${RAW}/events/1.json`, encryptedWith(LOGS_KEY)],
    [
      'encrypt with a key of S3',
      's3:PutObject',
      `${RAW}/events/1.json`,
      { 's3:x-amz-server-side-encryption': 'AES256' },
    ],
    ['write without TLS', 's3:PutObject', `${RAW}/events/1.json`, { 'aws:SecureTransport': 'false' }],
    ['use the key other than through S3', 'kms:GenerateDataKey', DATA_KEY, inBucket(RAW)],
    ['use the key for another bucket', 'kms:Decrypt', DATA_KEY, { ...THROUGH_S3, ...inBucket(CURATED) }],
    [
      'use the key for a bucket that begins alike',
      'kms:Decrypt',
      DATA_KEY,
      { ...THROUGH_S3, ...inBucket(`${RAW}-2`) },
    ],
    ['decrypt anything at all', 'kms:Decrypt', DATA_KEY],
    ['use the key of the logs', 'kms:GenerateDataKey', LOGS_KEY, { ...THROUGH_S3, ...inBucket(RAW) }],
    ['become a job', 'sts:AssumeRole', DAILY],
  ] as const satisfies readonly Case[],
};

itDecides(
  'a producer of another account, which is allowed everything there',
  KAFKA,
  CROSS_ACCOUNT_PRODUCER.may,
  CROSS_ACCOUNT_PRODUCER.mayNot,
);

describe('a producer of the account without rights of its own', () => {
  const NOTHING = {
    Version: '2012-10-17',
    Statement: [{ Sid: 'No', Effect: 'Deny', Action: 'iam:*', Resource: '*' }],
  };
  it.each([
    ['may write below its prefix', 's3:PutObject', 'clicks/1.json', 'Allowed'],
    ['may not write the prefix of another', 's3:PutObject', 'events/1.json', 'ImplicitlyDenied'],
    ['may not read what it wrote', 's3:GetObject', 'clicks/1.json', 'ImplicitlyDenied'],
    ['may not delete what it wrote', 's3:DeleteObject', 'clicks/1.json', 'ImplicitlyDenied'],
  ])('%s', async (_, action, key, expected) => {
    const asked = { principal: FIREHOSE, action, resource: `${RAW}/${key}` };
    await expect(decide(stack, asked, NOTHING)).resolves.toBe(expected);
  });
});

function encryptedWith(keyArn: string): Record<string, string> {
  return {
    's3:x-amz-server-side-encryption': 'aws:kms',
    's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn,
  };
}

describe('encryption of uploads', () => {
  const guarded = [RAW, CURATED, RESULTS];
  it.each([
    ['the data key', encryptedWith(DATA_KEY), 'Allowed'],
    ['nothing, and so the default', {}, 'Allowed'],
    ['KMS without a key, and so the default', { 's3:x-amz-server-side-encryption': 'aws:kms' }, 'Allowed'],
    ['another key', encryptedWith(LOGS_KEY), 'ExplicitlyDenied'],
    [
      'a key of another account',
      encryptedWith(DATA_KEY.replace(STAGE_ACCOUNT, PRODUCER_ACCOUNT)),
      'ExplicitlyDenied',
    ],
    ['SSE-S3', { 's3:x-amz-server-side-encryption': 'AES256' }, 'ExplicitlyDenied'],
    ['KMS twice', { 's3:x-amz-server-side-encryption': 'aws:kms:dsse' }, 'ExplicitlyDenied'],
  ])('an upload that asks for %s is decided alike in every guarded bucket', async (_, context, expected) => {
    for (const arn of guarded) {
      const asked = { principal: ADMIN, action: 's3:PutObject', resource: `${arn}/a/1`, context };
      await expect(decide(stack, asked)).resolves.toBe(expected);
    }
  });
});

describe('plain HTTP', () => {
  const everybody = [
    ['an administrator', ADMIN],
    ['a job', DAILY],
    ['a node', NODE],
    ['a producer', KAFKA],
    ['the world', 'anonymous'],
    ['the service that delivers access logs', 'logging.s3.amazonaws.com'],
  ] as const;
  const actions = [
    ['s3:GetObject', '/events/1.json'],
    ['s3:PutObject', '/events/1.json'],
    ['s3:DeleteObject', '/events/1.json'],
    ['s3:ListBucket', ''],
    ['s3:GetBucketPolicy', ''],
  ] as const;
  const buckets = stack.arns('aws_s3_bucket').map((arn) => [arn.replace(/^.*:/, ''), arn] as const);

  it.each(buckets)('to %s is refused to everybody', async (_, arn) => {
    for (const [, principal] of everybody) {
      for (const [action, key] of actions) {
        const asked = { principal, action, resource: `${arn}${key}` };
        const plain = await decide(stack, { ...asked, context: { 'aws:SecureTransport': 'false' } });
        expect([principal, action, plain]).toEqual([principal, action, 'ExplicitlyDenied']);
      }
    }
  });

  it.each(buckets)('is all that is refused to an administrator of %s', async (_, arn) => {
    for (const [action, key] of actions) {
      await expect(decide(stack, { principal: ADMIN, action, resource: `${arn}${key}` })).resolves.toBe(
        'Allowed',
      );
    }
  });

  it.each(buckets)('or TLS, %s is closed to the world and to other accounts', async (_, arn) => {
    for (const principal of ['anonymous', STRANGER]) {
      for (const [action, key] of actions)
        await expect(decide(stack, { principal, action, resource: `${arn}${key}` })).resolves.toBe(
          'ImplicitlyDenied',
        );
    }
  });
});

describe('delivery of access logs', () => {
  const delivered = (context: Record<string, string>, resource = `${ACCESS_LOGS}/raw/1`) =>
    decide(stack, { principal: 'logging.s3.amazonaws.com', action: 's3:PutObject', resource, context });
  const own = { 'aws:SourceAccount': STAGE_ACCOUNT, 'aws:SourceArn': RAW };

  it('is allowed for a bucket of the lake', async () => {
    await expect(delivered(own)).resolves.toBe('Allowed');
  });

  it.each([
    ['another account', { ...own, 'aws:SourceAccount': PRODUCER_ACCOUNT }],
    ['another bucket', { ...own, 'aws:SourceArn': 'arn:aws:s3:::somebody-elses' }],
    ['the bucket of the logs itself', { ...own, 'aws:SourceArn': ACCESS_LOGS }],
    ['nobody in particular', {}],
  ])('is refused for %s', async (_, context) => {
    await expect(delivered(context)).resolves.toBe('ImplicitlyDenied');
  });

  it('is refused outside the prefixes of the lake, and into the lake', async () => {
    await expect(delivered(own, `${ACCESS_LOGS}/else/1`)).resolves.toBe('ImplicitlyDenied');
    await expect(delivered(own, `${RAW}/events/1`)).resolves.toBe('ImplicitlyDenied');
  });
});

/** A service, the role it asks for, and the request with which AWS's service asks for an account's sake. */
const services = [
  {
    role: FLOW_LOG,
    service: 'vpc-flow-logs.amazonaws.com',
    source: (account: string) => `arn:aws:ec2:${REGION}:${account}:vpc-flow-log/fl-1`,
  },
  {
    role: SERVICE,
    service: 'elasticmapreduce.amazonaws.com',
    source: (account: string) => `arn:aws:elasticmapreduce:${REGION}:${account}:cluster/j-1`,
  },
];

describe.each(services)('the role of $service', ({ role, service, source }) => {
  const asked = (principal: string, context: Record<string, string>) =>
    decide(stack, { principal, action: 'sts:AssumeRole', resource: role, context });
  const from = (account: string) => ({ 'aws:SourceAccount': account, 'aws:SourceArn': source(account) });

  it('is for the service in its own account', async () => {
    await expect(asked(service, from(STAGE_ACCOUNT))).resolves.toBe('Allowed');
  });

  it.each([
    ['the service in another account', service, from(PRODUCER_ACCOUNT)],
    [
      'the service with a resource of another account',
      service,
      { ...from(PRODUCER_ACCOUNT), 'aws:SourceAccount': STAGE_ACCOUNT },
    ],
    ['the service for nobody in particular', service, {}],
    ['another service', 'lambda.amazonaws.com', from(STAGE_ACCOUNT)],
    ['an administrator', ADMIN, {}],
    ['another account', STRANGER, {}],
  ])('is not for %s', async (_, principal, context) => {
    await expect(asked(principal, context)).resolves.toBe('ImplicitlyDenied');
  });
});

itDecides(
  'the flow log',
  FLOW_LOG,
  [
    [
      'write to its log group',
      'logs:PutLogEvents',
      `${stack.arn('aws_cloudwatch_log_group', '/flow-log')}:log-stream:eni-1`,
    ],
  ],
  [
    [
      'write to another log group',
      'logs:PutLogEvents',
      `arn:aws:logs:${REGION}:${STAGE_ACCOUNT}:log-group:other:log-stream:eni-1`,
    ],
    ['delete its log group', 'logs:DeleteLogGroup', stack.arn('aws_cloudwatch_log_group', '/flow-log')],
  ],
);

itDecides(
  'the crawler of events/',
  CRAWLER,
  [
    ['read its prefix', 's3:GetObject', `${RAW}/events/1.json`],
    ['list its prefix', 's3:ListBucket', RAW, below('events/')],
    ['make tables of its database', 'glue:CreateTable', glue('table/raw/events')],
  ],
  [
    ['read another prefix', 's3:GetObject', `${RAW}/clicks/1.json`],
    ['list the whole bucket', 's3:ListBucket', RAW],
    ['write data', 's3:PutObject', `${RAW}/events/1.json`],
    ['delete a table', 'glue:DeleteTable', glue('table/raw/events')],
    ['make tables of another database', 'glue:CreateTable', glue('table/curated/events')],
  ],
);

describe('CloudWatch Logs', () => {
  const logGroup = (account: string) => `arn:aws:logs:${REGION}:${account}:log-group:/vpc/sandbox/flow-log`;
  it.each([
    ['encrypts log groups of the account with the key of the logs', LOGS_KEY, STAGE_ACCOUNT, 'Allowed'],
    ['cannot use that key for another account', LOGS_KEY, PRODUCER_ACCOUNT, 'ImplicitlyDenied'],
    ['cannot use the key of the data', DATA_KEY, STAGE_ACCOUNT, 'ImplicitlyDenied'],
  ])('%s', async (_, resource, account, expected) => {
    const context = { 'kms:EncryptionContext:aws:logs:arn': logGroup(account) };
    const principal = `logs.${REGION}.amazonaws.com`;
    await expect(
      decide(stack, { principal, action: 'kms:GenerateDataKey', resource, context }),
    ).resolves.toBe(expected);
  });
});

describe('the alarms of CloudWatch', () => {
  const TOPIC = stack.arn('aws_sns_topic', ':sandbox-alarms');
  const CLOUDWATCH = 'cloudwatch.amazonaws.com';
  const from = (account: string, region = REGION) => ({
    'aws:SourceAccount': account,
    'aws:SourceArn': `arn:aws:cloudwatch:${region}:${account}:alarm:sandbox-emr-main-idle`,
  });
  const ofAccount = (account: string) => ({ 'aws:SourceAccount': account });
  const HERE = from(STAGE_ACCOUNT);

  it.each<[string, Access, string]>([
    ['send', access(CLOUDWATCH, 'sns:Publish', TOPIC, HERE), 'Allowed'],
    [
      'cannot send from another account',
      access(CLOUDWATCH, 'sns:Publish', TOPIC, from(PRODUCER_ACCOUNT)),
      'ImplicitlyDenied',
    ],
    [
      'cannot send from another region',
      access(CLOUDWATCH, 'sns:Publish', TOPIC, from(STAGE_ACCOUNT, 'us-east-1')),
      'ImplicitlyDenied',
    ],
    [
      'cannot send when nobody says whose they are',
      access(CLOUDWATCH, 'sns:Publish', TOPIC),
      'ImplicitlyDenied',
    ],
    [
      'cannot send in the clear',
      access(CLOUDWATCH, 'sns:Publish', TOPIC, { ...HERE, 'aws:SecureTransport': 'false' }),
      'ExplicitlyDenied',
    ],
    ['cannot subscribe', access(CLOUDWATCH, 'sns:Subscribe', TOPIC, HERE), 'ImplicitlyDenied'],
    ['encrypt', access(CLOUDWATCH, 'kms:GenerateDataKey', LOGS_KEY, ofAccount(STAGE_ACCOUNT)), 'Allowed'],
    [
      'read what SNS has encrypted',
      access(CLOUDWATCH, 'kms:Decrypt', LOGS_KEY, ofAccount(STAGE_ACCOUNT)),
      'Allowed',
    ],
    [
      'cannot encrypt for another account',
      access(CLOUDWATCH, 'kms:GenerateDataKey', LOGS_KEY, ofAccount(PRODUCER_ACCOUNT)),
      'ImplicitlyDenied',
    ],
    [
      'cannot use the key of the data',
      access(CLOUDWATCH, 'kms:GenerateDataKey', DATA_KEY, ofAccount(STAGE_ACCOUNT)),
      'ImplicitlyDenied',
    ],
    [
      'cannot delete the key',
      access(CLOUDWATCH, 'kms:ScheduleKeyDeletion', LOGS_KEY, ofAccount(STAGE_ACCOUNT)),
      'ImplicitlyDenied',
    ],
  ])('%s', async (_, asked, expected) => {
    await expect(decide(stack, asked)).resolves.toBe(expected);
  });

  it.each([
    ['another service', 's3.amazonaws.com'],
    ['another account', STRANGER],
    ['somebody without a name', 'anonymous'],
    ['a node of a cluster', NODE],
    ['a job', DAILY],
  ])('are not taken for %s, which cannot send', async (_, principal) => {
    await expect(decide(stack, access(principal, 'sns:Publish', TOPIC, HERE))).resolves.toMatch(/Denied$/);
  });
});

describe('whoever adds steps', () => {
  const caller = callerPolicy(config, 'sandbox', stack);
  const CLUSTER = `arn:aws:elasticmapreduce:${REGION}:${STAGE_ACCOUNT}:cluster/j-1`;
  const ofPlatform = (platform: string) => ({ 'elasticmapreduce:ResourceTag/EmrPlatform': platform });
  const asked = (platform: string) => ({ 'elasticmapreduce:RequestTag/EmrPlatform': platform });
  const under = (role: string) => ({ ...ofPlatform('sandbox'), 'elasticmapreduce:ExecutionRoleArn': role });
  const to = (service: string) => ({ 'iam:PassedToService': service });
  const template = stack.arn('aws_ssm_parameter', '/emr/job-flow-template');
  const decided = (action: string, resource: string, context?: Record<string, string>) =>
    decide(stack, access(caller.ownerArn, action, resource, context), caller.document);

  const may: Case[] = [
    ['add a step under events-daily', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(DAILY)],
    ['add a step under report', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(REPORT)],
    ['follow a step', 'elasticmapreduce:DescribeStep', CLUSTER, ofPlatform('sandbox')],
    ['find clusters', 'elasticmapreduce:ListClusters', '*'],
    ['start a cluster with the tag', 'elasticmapreduce:RunJobFlow', '*', asked('sandbox')],
    ['tag it while it is started', 'elasticmapreduce:AddTags', CLUSTER, asked('sandbox')],
    ['end a cluster of the platform', 'elasticmapreduce:TerminateJobFlows', CLUSTER, ofPlatform('sandbox')],
    ['give the service role to EMR', 'iam:PassRole', SERVICE, to('elasticmapreduce.amazonaws.com')],
    ['give the role of the nodes to EC2', 'iam:PassRole', NODE, to('ec2.amazonaws.com')],
    ['read the template', 'ssm:GetParameter', template],
  ];
  const mayNot: Case[] = [
    ['add a step under no role', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, ofPlatform('sandbox')],
    ['add a step under the role of the nodes', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(NODE)],
    ['add a step under the service role', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(SERVICE)],
    ['add a step under an unlisted role', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(`${DAILY}-2`)],
    [
      'add a step to a cluster of somebody else',
      'elasticmapreduce:AddJobFlowSteps',
      CLUSTER,
      { ...under(DAILY), ...ofPlatform('other') },
    ],
    ['start a cluster without the tag', 'elasticmapreduce:RunJobFlow', '*'],
    ['start a cluster of another platform', 'elasticmapreduce:RunJobFlow', '*', asked('other')],
    ['end a cluster of somebody else', 'elasticmapreduce:TerminateJobFlows', CLUSTER, ofPlatform('other')],
    ['claim a cluster for another platform', 'elasticmapreduce:AddTags', CLUSTER, asked('other')],
    ['give the service role to EC2', 'iam:PassRole', SERVICE, to('ec2.amazonaws.com')],
    ['give the role of the nodes to EMR', 'iam:PassRole', NODE, to('elasticmapreduce.amazonaws.com')],
    ['give the role of the nodes to Lambda', 'iam:PassRole', NODE, to('lambda.amazonaws.com')],
    ['give a step role to EC2', 'iam:PassRole', DAILY, to('ec2.amazonaws.com')],
    ['give an administrator to EC2', 'iam:PassRole', ADMIN, to('ec2.amazonaws.com')],
    ['become a job', 'sts:AssumeRole', DAILY],
    ['become a node', 'sts:AssumeRole', NODE],
    ['read another parameter', 'ssm:GetParameter', `${template}-2`],
    ['open the block on public clusters', 'elasticmapreduce:PutBlockPublicAccessConfiguration', '*'],
    ['read data', 's3:GetObject', `${RAW}/events/1.json`],
  ];

  it.each(named(may))('may $sentence', async ({ asked: [, action, resource, context] }) => {
    await expect(decided(action, resource, context)).resolves.toBe('Allowed');
  });

  it.each(named(mayNot))('may not $sentence', async ({ asked: [, action, resource, context] }) => {
    await expect(decided(action, resource, context)).resolves.toBe('ImplicitlyDenied');
  });

  it('cannot take over a cluster of somebody else by tagging it', async () => {
    const foreign = { ...asked('sandbox'), ...ofPlatform('other') };
    await expect(decided('elasticmapreduce:AddTags', CLUSTER, foreign)).resolves.toBe('ImplicitlyDenied');
  });
});
