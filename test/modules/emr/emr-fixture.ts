import type { TerraformProvider, TerraformStack } from 'cdktf';
import type { ClusterBase } from '../../../modules/emr/cluster-base';
import type { ClusterSize } from '../../../modules/emr/cluster-size';
import { EmrPlatform, type EmrPlatformProps } from '../../../modules/emr/emr-platform';
import { synthModule } from '../../support/synth';
import type { TerraformJson } from '../../support/terraform-json';

export const ACCOUNT_ID = '111122223333';
export const REGION = 'eu-west-1';
export const DATA_KEY = `arn:aws:kms:${REGION}:${ACCOUNT_ID}:key/data`;
export const INSTANCE_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/sandbox-emr-node`;
export const SERVICE_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/sandbox-emr-service`;
export const ARTIFACTS = { name: 'artifacts', plannedName: 'artifacts', arn: 'arn:aws:s3:::artifacts' };
export const RAW = 'arn:aws:s3:::raw';
export const CURATED = 'arn:aws:s3:::curated';

export const SIZE: ClusterSize = {
  primary: { instanceType: 'm6g.xlarge' },
  core: { instanceType: 'm6g.xlarge', min: 1, max: 3, volumeGb: 64 },
  stepConcurrency: 5,
};

export const BASE: ClusterBase = {
  platform: 'sandbox',
  release: 'emr-7.12.0',
  applications: ['Hadoop', 'Hive', 'Spark'],
  serviceRoleArn: SERVICE_ROLE,
  instanceProfileName: 'sandbox-emr-node',
  securityConfigurationName: 'sandbox-1',
  subnetId: 'subnet-1',
  primarySecurityGroupId: 'sg-1',
  coreSecurityGroupId: 'sg-2',
  serviceAccessSecurityGroupId: 'sg-3',
  logUri: 's3://artifacts/emr-logs/',
  logKeyArn: DATA_KEY,
};

/** A platform with one cluster and one job, unless told otherwise. */
export function platformJson(
  overrides: Partial<EmrPlatformProps> = {},
  look: (platform: EmrPlatform, stack: TerraformStack) => void = () => undefined,
): TerraformJson {
  return synthModule((stack, provider) => look(platformIn(stack, provider, overrides), stack));
}

/** The same, in a stack that is there already. */
export function platformIn(
  stack: TerraformStack,
  provider: TerraformProvider,
  overrides: Partial<EmrPlatformProps>,
): EmrPlatform {
  return new EmrPlatform(stack, 'emr', {
    provider,
    accountId: ACCOUNT_ID,
    region: REGION,
    name: 'sandbox',
    vpcId: 'vpc-1',
    vpcCidr: '10.20.0.0/16',
    privateSubnetIds: ['subnet-1', 'subnet-2'],
    prerequisites: [],
    hasNat: true,
    s3PrefixListId: 'pl-1',
    dataKeyArn: DATA_KEY,
    artifacts: ARTIFACTS,
    zoneBucketArns: { raw: RAW, curated: CURATED },
    certificate: { file: '../../../.state/emr-tls/sandbox/1.zip', generation: 1 },
    release: BASE.release,
    applications: BASE.applications,
    clusters: { main: SIZE },
    transient: { ...SIZE, idleTimeoutMinutes: 30 },
    stepRoles: {
      orders: {
        reads: [{ zone: 'raw', prefix: 'events/orders/' }],
        writes: [{ zone: 'curated', prefix: 'orders/' }],
        databases: { read: ['raw'], write: ['curated'] },
      },
    },
    shellAccess: false,
    isDisposable: true,
    ...overrides,
  });
}
