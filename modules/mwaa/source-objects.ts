import { S3Object } from '@cdktf/provider-aws/lib/s3-object';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { WITHOUT_DEFAULT_TAGS } from '../s3/object-tags';

/** A file to upload. */
export interface SourceFile {
  /** Path of the file, seen from the folder Terraform runs in. */
  readonly path: string;
  /** Hash of its content: the only thing that makes a new version. */
  readonly contentHash: string;
}

/** The files that an environment is made from. An environment that has one has it for good. */
export interface SourceFiles {
  readonly requirements: SourceFile;
  readonly plugins: SourceFile;
  readonly startupScript: SourceFile;
}

export interface SourceObjectsProps {
  readonly provider: TerraformProvider;
  readonly bucketName: string;
  readonly kmsKeyArn: string;
  readonly files: SourceFiles;
  /** What the bucket needs before an object gets a version id and is encrypted. */
  readonly bucketReady: readonly ITerraformDependable[];
}

/** Keys of the objects in the bucket. */
const KEYS = {
  requirements: 'requirements.txt',
  plugins: 'plugins.zip',
  startupScript: 'startup.sh',
} as const satisfies Record<keyof SourceFiles, string>;

/** An object and the version that was uploaded. */
export interface SourceObject {
  readonly key: string;
  readonly versionId: string;
}

/**
 * The files of an environment as objects of its bucket. MWAA takes a version of an object, not the object: without
 * the new version id a changed file changes nothing (hashicorp/terraform-provider-aws#19265).
 */
export class SourceObjects extends Construct {
  readonly requirements: SourceObject;
  readonly plugins: SourceObject;
  readonly startupScript: SourceObject;

  constructor(scope: Construct, id: string, props: SourceObjectsProps) {
    super(scope, id);
    this.requirements = this.upload('requirements', props);
    this.plugins = this.upload('plugins', props);
    this.startupScript = this.upload('startupScript', props);
  }

  private upload(kind: keyof SourceFiles, props: SourceObjectsProps): SourceObject {
    const file = props.files[kind];
    const object = new S3Object(this, KEYS[kind], {
      provider: props.provider,
      bucket: props.bucketName,
      key: KEYS[kind],
      source: file.path,
      sourceHash: file.contentHash,
      serverSideEncryption: 'aws:kms',
      kmsKeyId: props.kmsKeyArn,
      overrideProvider: WITHOUT_DEFAULT_TAGS,
      dependsOn: [...props.bucketReady],
    });
    return { key: object.key, versionId: object.versionId };
  }
}
