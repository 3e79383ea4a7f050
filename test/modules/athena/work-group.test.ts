import { WorkGroup } from '../../../modules/athena/work-group';
import { synthModule } from '../../support/synth';
import { onlyResource } from '../../support/terraform-json';

const synthWorkGroup = (isDisposable: boolean) =>
  onlyResource(
    synthModule((stack, provider) => {
      new WorkGroup(stack, 'work-group', {
        provider,
        accountId: '111122223333',
        name: 'bi',
        description: 'Analysts',
        resultsBucketName: 'sandbox-query-results-111122223333',
        resultsPrefix: 'bi/',
        kmsKeyArn: 'arn:data',
        maxScannedBytes: 10_485_760,
        engineVersion: 'Athena engine version 3',
        isDisposable,
      });
    }),
    'aws_athena_workgroup',
  );

describe('WorkGroup', () => {
  const { configuration } = synthWorkGroup(false);

  it('overrides what clients ask for', () => {
    expect(configuration).toMatchObject({ enforce_workgroup_configuration: true });
  });

  it('puts results below its own prefix, encrypted, in a bucket of its own account', () => {
    expect(configuration).toMatchObject({
      result_configuration: {
        output_location: 's3://sandbox-query-results-111122223333/bi/',
        expected_bucket_owner: '111122223333',
        encryption_configuration: { encryption_option: 'SSE_KMS', kms_key_arn: 'arn:data' },
      },
    });
  });

  it('limits what a query may scan, and says in CloudWatch what it did', () => {
    expect(configuration).toMatchObject({
      bytes_scanned_cutoff_per_query: 10_485_760,
      publish_cloudwatch_metrics_enabled: true,
      engine_version: { selected_engine_version: 'Athena engine version 3' },
    });
  });

  it.each([true, false])('can be deleted with its history when disposable (%s)', (isDisposable) => {
    expect(synthWorkGroup(isDisposable)['force_destroy']).toBe(isDisposable);
  });
});
