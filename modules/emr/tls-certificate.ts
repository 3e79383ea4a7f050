import { S3Object } from '@cdktf/provider-aws/lib/s3-object';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { WITHOUT_DEFAULT_TAGS } from '../s3/object-tags';
import { type BucketProps, EMR_ARTIFACT_PREFIXES } from './artifact-prefixes';

export interface TlsCertificateProps {
  readonly provider: TerraformProvider;
  readonly artifacts: BucketProps;
  readonly kmsKeyArn: string;
  /** Path of the zip, seen from the folder Terraform runs in. Read when the object is made, not before. */
  readonly file: string;
  /**
   * Number of the certificate; raising it is how a certificate is replaced. Part of the object's key: the clusters of
   * the stack are replaced with it. The object of the certificate before is deleted, and a transient cluster that runs
   * meanwhile cannot start further nodes: drain those first (docs/modules/emr.md, "Rotation").
   */
  readonly generation: number;
}

/**
 * Certificate and key for encryption between nodes, uploaded from a local file. Terraform's state holds the
 * path, never the content.
 *
 * Source: "Providing certificates for encrypting data in transit with Amazon EMR encryption"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-encryption-certificates.html).
 */
export class TlsCertificate extends Construct {
  /** Where it is. Waits for nothing: see `EmrSecurityConfigurationProps`. */
  readonly s3Uri: string;
  readonly object: ITerraformDependable;

  constructor(scope: Construct, id: string, props: TlsCertificateProps) {
    super(scope, id);
    const key = `${EMR_ARTIFACT_PREFIXES.certificates}${props.generation}.zip`;
    this.object = new S3Object(this, 'object', {
      provider: props.provider,
      bucket: props.artifacts.name,
      key,
      // No etag and no source_hash: each machine has a file of its own, and only the first one counts.
      source: props.file,
      serverSideEncryption: 'aws:kms',
      kmsKeyId: props.kmsKeyArn,
      overrideProvider: WITHOUT_DEFAULT_TAGS,
      dependsOn: [...(props.artifacts.ready ?? [])],
      lifecycle: { ignoreChanges: ['source'] },
    });
    this.s3Uri = `s3://${props.artifacts.plannedName}/${key}`;
  }
}
