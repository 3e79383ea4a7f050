import { Lake, type LakeProps } from '../../../modules/lake/lake';
import { synthModule } from '../../support/synth';
import { addresses, resourcesOf, statements, type TerraformJson } from '../../support/terraform-json';

const kept = { noncurrentDays: 30, incompleteUploadDays: 7 };

const synthLake = (overrides: Partial<LakeProps> = {}) =>
  synthModule((stack, provider) => {
    new Lake(stack, 'lake', {
      provider,
      accountId: '111122223333',
      name: 'sandbox',
      kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/data',
      lifecycle: { raw: kept, curated: kept, queryResults: kept, artifacts: kept, accessLogs: kept },
      otherLoggedBuckets: [],
      producers: {
        'kafka-connect': { principals: ['arn:aws:iam::210987654321:role/kafka'], prefix: 'events/' },
      },
      isDisposable: false,
      ...overrides,
    });
  });

const json = synthLake();

/** Statements of the policy of the bucket whose address begins so. */
const policyOf = (bucket: string, of: TerraformJson = json) => {
  const [, policy] =
    Object.entries(of.resource?.['aws_s3_bucket_policy'] ?? {}).find(([name]) =>
      name.startsWith(`lake_${bucket}_`),
    ) ?? [];
  return statements(policy?.['policy']);
};

describe('Lake', () => {
  it('has five buckets with names that are known beforehand', () => {
    expect(resourcesOf(json, 'aws_s3_bucket').map((bucket) => bucket['bucket'])).toEqual(
      expect.arrayContaining([
        'sandbox-raw-111122223333',
        'sandbox-curated-111122223333',
        'sandbox-query-results-111122223333',
        'sandbox-artifacts-111122223333',
        'sandbox-access-logs-111122223333',
      ]),
    );
  });

  it('encrypts all but the access logs with the key, which S3 cannot write with it', () => {
    const algorithms = Object.entries(
      json.resource?.['aws_s3_bucket_server_side_encryption_configuration'] ?? {},
    ).map(([name, { rule }]) => [name.replace(/^lake_(.*)_encryption.*/, '$1'), JSON.stringify(rule)]);
    expect(algorithms.filter(([, rule]) => !rule?.includes('key/data'))).toEqual([
      ['access-logs', expect.stringContaining('AES256')],
    ]);
  });

  it('logs access to all but the access logs, each below its own prefix', () => {
    expect(resourcesOf(json, 'aws_s3_bucket_logging').map((logging) => logging['target_prefix'])).toEqual(
      expect.arrayContaining(['raw/', 'curated/', 'query-results/', 'artifacts/']),
    );
    expect(resourcesOf(json, 'aws_s3_bucket_logging')).toHaveLength(4);
  });

  it('takes access logs of its own buckets only', () => {
    expect(policyOf('access-logs').find(({ Sid }) => Sid === 'AcceptAccessLogs')).toMatchObject({
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Condition: {
        StringEquals: { 'aws:SourceAccount': '111122223333' },
        ArnLike: {
          'aws:SourceArn': [
            'arn:aws:s3:::sandbox-raw-111122223333',
            'arn:aws:s3:::sandbox-curated-111122223333',
            'arn:aws:s3:::sandbox-query-results-111122223333',
            'arn:aws:s3:::sandbox-artifacts-111122223333',
          ],
        },
      },
    });
  });

  it('lets a producer write below its prefix in raw and do nothing else', () => {
    expect(policyOf('raw').filter(({ Effect }) => Effect === 'Allow')).toEqual([
      {
        Sid: 'WriteKafkaConnect',
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::210987654321:role/kafka'] },
        Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
        Resource: expect.stringMatching(
          /^arn:aws:s3:::\$\{aws_s3_bucket\.\w+\.bucket\}\/events\/\*$/,
        ) as string,
      },
    ]);
  });

  it.each(['curated', 'query-results', 'artifacts'])('lets nobody in by the policy of %s', (bucket) => {
    expect(policyOf(bucket).filter(({ Effect }) => Effect === 'Allow')).toEqual([]);
  });

  it('lets EMR choose the encryption of its logs, and nobody elsewhere', () => {
    const guarded = ['raw', 'curated', 'query-results', 'artifacts'].filter((bucket) =>
      policyOf(bucket).some(({ Sid }) => Sid === 'DenyOtherKeys'),
    );
    expect(guarded).toEqual(['raw', 'curated', 'query-results']);
  });

  it('has the same addresses in every stage and account', () => {
    expect(addresses(synthLake({ name: 'prod', accountId: '444455556666', producers: {} }))).toEqual(
      addresses(json),
    );
  });
});
