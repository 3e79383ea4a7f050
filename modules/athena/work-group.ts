import { AthenaWorkgroup } from '@cdktf/provider-aws/lib/athena-workgroup';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface WorkGroupProps {
  readonly provider: TerraformProvider;
  /** Account that owns the results bucket; a bucket of the same name elsewhere is refused. */
  readonly accountId: string;
  /** 1 to 128 letters, digits, dots, underscores and hyphens. */
  readonly name: string;
  /** Who uses the work group and what for. */
  readonly description?: string;
  readonly resultsBucketName: string;
  /** Prefix that results go below, ending in a slash; no two work groups share one. */
  readonly resultsPrefix: string;
  /** Key that encrypts results. */
  readonly kmsKeyArn: string;
  /** Bytes one query may scan before Athena cancels it, at least 10,485,760. */
  readonly maxScannedBytes: number;
  /** `AUTO` or `Athena engine version 3`. */
  readonly engineVersion: string;
  /** Whether `terraform destroy` may delete the work group with its saved queries and history. */
  readonly isDisposable: boolean;
}

/**
 * An Athena work group whose settings hold whatever a client asks for: results encrypted below their own
 * prefix, a limit on what a query may scan, metrics in CloudWatch.
 *
 * Source: "Override client-side settings"
 * (https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html).
 */
export class WorkGroup extends Construct {
  readonly name: string;
  readonly arn: string;
  /** Where results go: `s3://<bucket>/<prefix>`. */
  readonly resultsLocation: string;

  constructor(scope: Construct, id: string, props: WorkGroupProps) {
    super(scope, id);
    this.resultsLocation = `s3://${props.resultsBucketName}/${props.resultsPrefix}`;
    const workGroup = new AthenaWorkgroup(this, 'work-group', {
      provider: props.provider,
      name: props.name,
      description: props.description,
      state: 'ENABLED',
      // A work group with saved queries or history cannot be deleted otherwise.
      forceDestroy: props.isDisposable,
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        requesterPaysEnabled: false,
        bytesScannedCutoffPerQuery: props.maxScannedBytes,
        engineVersion: { selectedEngineVersion: props.engineVersion },
        resultConfiguration: {
          outputLocation: this.resultsLocation,
          expectedBucketOwner: props.accountId,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKeyArn: props.kmsKeyArn },
        },
      },
      tags: { Name: props.name },
    });
    this.name = workGroup.name;
    this.arn = workGroup.arn;
  }
}
