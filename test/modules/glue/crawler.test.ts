import { Crawler } from '../../../modules/glue/crawler';
import { SecurityConfiguration } from '../../../modules/glue/security-configuration';
import { addresses, onlyResource, statements } from '../../support/terraform-json';
import { KEY, synthWithDatabase } from './glue-stack';

const json = synthWithDatabase((stack, provider, database) => {
  new Crawler(stack, 'crawler', {
    provider,
    accountId: '111122223333',
    region: 'eu-west-1',
    name: 'sandbox-clicks',
    database,
    bucketName: 'sandbox-raw-111122223333',
    prefix: 'clicks/',
    kmsKeyArn: KEY,
    securityConfiguration: new SecurityConfiguration(stack, 'security', {
      provider,
      name: 'sandbox',
      dataKmsKeyArn: KEY,
      logsKmsKeyArn: 'arn:logs',
    }),
    schedule: 'cron(15 2 * * ? *)',
  });
});

const policy = statements(onlyResource(json, 'aws_iam_role_policy')['policy']);
const crawler = onlyResource(json, 'aws_glue_crawler');

describe('Crawler', () => {
  it('crawls its prefix on schedule, with a security configuration', () => {
    expect(crawler).toMatchObject({
      s3_target: [{ path: 's3://sandbox-raw-111122223333/clicks/' }],
      schedule: 'cron(15 2 * * ? *)',
      security_configuration: expect.stringMatching(/^\$\{aws_glue_security_configuration\./) as string,
    });
  });

  it('never deletes a table', () => {
    expect(crawler['schema_change_policy']).toMatchObject({ delete_behavior: 'LOG' });
    expect(policy.flatMap(({ Action }) => Action).filter((action) => action.includes('Delete'))).toEqual([]);
  });

  it('starts only when its role may read', () => {
    expect(crawler['depends_on']).toContainEqual(expect.stringMatching(/^aws_iam_role_policy\./));
  });

  it('has a role that only Glue can use', () => {
    expect(
      statements(onlyResource(json, 'aws_iam_role')['assume_role_policy']).map(({ Principal }) => Principal),
    ).toEqual([{ Service: 'glue.amazonaws.com' }]);
  });

  it('reads its prefix and nothing else of S3', () => {
    expect(
      policy
        .filter(({ Action }) => [Action].flat().some((action) => action.startsWith('s3:')))
        .map(({ Action, Resource, Condition }) => [Action, Resource, Condition]),
    ).toEqual([
      ['s3:GetObject', 'arn:aws:s3:::sandbox-raw-111122223333/clicks/*', undefined],
      [
        's3:ListBucket',
        'arn:aws:s3:::sandbox-raw-111122223333',
        { StringLike: { 's3:prefix': ['clicks/', 'clicks/*'] } },
      ],
      ['s3:GetBucketLocation', 'arn:aws:s3:::sandbox-raw-111122223333', undefined],
    ]);
  });

  it('writes tables of its database and nothing else of the catalog', () => {
    const { Resource } = policy.find(({ Sid }) => Sid === 'WriteTables') ?? {};
    expect(Resource).toEqual([
      'arn:aws:glue:eu-west-1:111122223333:catalog',
      expect.stringMatching(/:database\/\$\{aws_glue_catalog_database\.\w+\.name\}$/),
      expect.stringMatching(/:table\/\$\{aws_glue_catalog_database\.\w+\.name\}\/\*$/),
    ]);
  });

  it('uses one key', () => {
    expect(policy.find(({ Action }) => Action.includes('kms:Decrypt'))?.Resource).toBe(KEY);
  });

  it('logs to an encrypted group that forgets', () => {
    expect(onlyResource(json, 'aws_cloudwatch_log_group')).toMatchObject({
      name: expect.stringMatching(/^\/aws-glue\/crawlers-role\//) as string,
      kms_key_id: 'arn:logs',
      retention_in_days: 90,
    });
  });

  it('names no stage, region or account in an address', () => {
    expect(addresses(json).filter((address) => /sandbox|eu-?w|1111/.test(address))).toEqual([]);
  });
});
