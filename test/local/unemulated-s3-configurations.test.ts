import {
  CreateBucketCommand,
  CreateBucketMetadataConfigurationCommand,
  CreateBucketMetadataTableConfigurationCommand,
  DeleteBucketAnalyticsConfigurationCommand,
  DeleteBucketIntelligentTieringConfigurationCommand,
  DeleteBucketMetadataConfigurationCommand,
  DeleteBucketMetadataTableConfigurationCommand,
  DeleteBucketMetricsConfigurationCommand,
  GetBucketAbacCommand,
  GetBucketAnalyticsConfigurationCommand,
  GetBucketIntelligentTieringConfigurationCommand,
  GetBucketMetadataConfigurationCommand,
  GetBucketMetadataTableConfigurationCommand,
  GetBucketMetricsConfigurationCommand,
  ListBucketsCommand,
  PutBucketAbacCommand,
  PutBucketAnalyticsConfigurationCommand,
  PutBucketIntelligentTieringConfigurationCommand,
  PutBucketMetricsConfigurationCommand,
  S3Client,
  UpdateBucketMetadataInventoryTableConfigurationCommand,
  UpdateBucketMetadataJournalTableConfigurationCommand,
} from '@aws-sdk/client-s3';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3Call } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const Bucket = 'configured';
const Id = 'all';

let s3: S3Client;
beforeAll(async () => {
  s3 = new S3Client(awsClientConfig(local.cloud));
  const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' } as const;
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
});

const refusal = (method: string, configuration: string) => ({
  name: 'NotEmulated',
  $metadata: expect.objectContaining({ httpStatusCode: 400 }) as object,
  message: expect.stringContaining(
    `does not emulate s3:${method} /?${configuration} (moto 5.2.1 lacks it)`,
  ) as string,
});

test.each([
  ['abac', () => s3.send(new GetBucketAbacCommand({ Bucket }))],
  ['analytics', () => s3.send(new GetBucketAnalyticsConfigurationCommand({ Bucket, Id }))],
  ['intelligent-tiering', () => s3.send(new GetBucketIntelligentTieringConfigurationCommand({ Bucket, Id }))],
  ['metadataConfiguration', () => s3.send(new GetBucketMetadataConfigurationCommand({ Bucket }))],
  ['metadataTable', () => s3.send(new GetBucketMetadataTableConfigurationCommand({ Bucket }))],
  ['metrics', () => s3.send(new GetBucketMetricsConfigurationCommand({ Bucket, Id }))],
])('fails to read a configuration that nobody has set: %s', async (configuration, read) => {
  await expect(read()).rejects.toMatchObject(refusal('GET', configuration));
});

test.each([
  ['analytics', ['get-bucket-analytics-configuration', '--id', Id]],
  ['intelligent-tiering', ['get-bucket-intelligent-tiering-configuration', '--id', Id]],
  ['metadataConfiguration', ['get-bucket-metadata-configuration']],
  ['metadataTable', ['get-bucket-metadata-table-configuration']],
  ['metrics', ['get-bucket-metrics-configuration', '--id', Id]],
])('fails in the AWS CLI to read a configuration that nobody has set: %s', async (configuration, command) => {
  const { stdout, stderr } = await local.run('aws', 's3api', ...command, '--bucket', Bucket);
  expect({ stdout, stderr }).toEqual({
    stdout: '',
    stderr: expect.stringContaining('(NotEmulated)') as string,
  });
  expect(stderr).toContain(`does not emulate s3:GET /?${configuration}`);
});

test('fails in boto3 to list configurations, rather than list the bucket', async () => {
  for (const method of [
    'list_bucket_analytics_configurations',
    'list_bucket_intelligent_tiering_configurations',
    'list_bucket_metrics_configurations',
  ])
    expect(await boto3Call(local, 's3', method, { Bucket })).toMatchObject({
      code: 'NotEmulated',
      status: 400,
    });
});

const missing = { Bucket: 'not-there' };
const tiering = { Id, Status: 'Enabled', Tierings: [{ Days: 90, AccessTier: 'ARCHIVE_ACCESS' }] } as const;
const tables = { TableBucketArn: 'arn:aws:s3tables:eu-west-1:123456789012:bucket/x', TableName: 'x' };
const journal = { RecordExpiration: { Expiration: 'DISABLED' } } as const;

test.each([
  ['PUT', 'abac', () => s3.send(new PutBucketAbacCommand({ ...missing, AbacStatus: { Status: 'Enabled' } }))],
  [
    'PUT',
    'analytics',
    () =>
      s3.send(
        new PutBucketAnalyticsConfigurationCommand({
          ...missing,
          Id,
          AnalyticsConfiguration: { Id, StorageClassAnalysis: {} },
        }),
      ),
  ],
  [
    'PUT',
    'intelligent-tiering',
    () =>
      s3.send(
        new PutBucketIntelligentTieringConfigurationCommand({
          ...missing,
          Id,
          IntelligentTieringConfiguration: { ...tiering, Tierings: [...tiering.Tierings] },
        }),
      ),
  ],
  [
    'POST',
    'metadataConfiguration',
    () =>
      s3.send(
        new CreateBucketMetadataConfigurationCommand({
          ...missing,
          MetadataConfiguration: { JournalTableConfiguration: journal },
        }),
      ),
  ],
  [
    'PUT',
    'metadataInventoryTable',
    () =>
      s3.send(
        new UpdateBucketMetadataInventoryTableConfigurationCommand({
          ...missing,
          InventoryTableConfiguration: { ConfigurationState: 'DISABLED' },
        }),
      ),
  ],
  [
    'PUT',
    'metadataJournalTable',
    () =>
      s3.send(
        new UpdateBucketMetadataJournalTableConfigurationCommand({
          ...missing,
          JournalTableConfiguration: journal,
        }),
      ),
  ],
  [
    'POST',
    'metadataTable',
    () =>
      s3.send(
        new CreateBucketMetadataTableConfigurationCommand({
          ...missing,
          MetadataTableConfiguration: { S3TablesDestination: tables },
        }),
      ),
  ],
  [
    'PUT',
    'metrics',
    () => s3.send(new PutBucketMetricsConfigurationCommand({ ...missing, Id, MetricsConfiguration: { Id } })),
  ],
])('fails to write, and makes no bucket instead: %s %s', async (method, configuration, write) => {
  await expect(write()).rejects.toMatchObject(refusal(method, configuration));
  const { Buckets } = await s3.send(new ListBucketsCommand({}));
  expect(Buckets?.map(({ Name }) => Name)).toEqual([Bucket]);
});

test.each([
  ['analytics', () => s3.send(new DeleteBucketAnalyticsConfigurationCommand({ Bucket, Id }))],
  [
    'intelligent-tiering',
    () => s3.send(new DeleteBucketIntelligentTieringConfigurationCommand({ Bucket, Id })),
  ],
  ['metadataConfiguration', () => s3.send(new DeleteBucketMetadataConfigurationCommand({ Bucket }))],
  ['metadataTable', () => s3.send(new DeleteBucketMetadataTableConfigurationCommand({ Bucket }))],
  ['metrics', () => s3.send(new DeleteBucketMetricsConfigurationCommand({ Bucket, Id }))],
])('fails to take away, and deletes no bucket instead: %s', async (configuration, remove) => {
  await expect(remove()).rejects.toMatchObject(refusal('DELETE', configuration));
  const { Buckets } = await s3.send(new ListBucketsCommand({}));
  expect(Buckets?.map(({ Name }) => Name)).toEqual([Bucket]);
});
