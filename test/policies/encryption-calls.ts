import { ACCOUNT, ANALYST, BUCKET, by, type Calls, DEPLOYER } from './service-control-calls';

const VOLUME = `arn:aws:ec2:eu-west-1:${ACCOUNT}:volume/vol-1`;
const SNAPSHOT = 'arn:aws:ec2:eu-west-1::snapshot/snap-1';
const EMR = `arn:aws:sts::${ACCOUNT}:assumed-role/emr-service/CCSSession`;
const DATABASE = `arn:aws:rds:eu-west-1:${ACCOUNT}:db:orders`;
const CLUSTER = `arn:aws:rds:eu-west-1:${ACCOUNT}:cluster:orders`;
const stored = (isEncrypted: boolean, engine: string) => ({
  'rds:StorageEncrypted': String(isEncrypted),
  'rds:DatabaseEngine': engine,
});

/** What `require-encryption` is about. */
export const ENCRYPTION_CALLS: Calls = {
  denied: {
    'switching off the encryption of volumes': by(ANALYST, 'ec2:DisableEbsEncryptionByDefault'),
    'doing away with a key': by(
      ANALYST,
      'kms:ScheduleKeyDeletion',
      `arn:aws:kms:eu-west-1:${ACCOUNT}:key/00000000-0000-0000-0000-000000000000`,
    ),
    'a file system without': by(ANALYST, 'elasticfilesystem:CreateFileSystem', '*', {
      'elasticfilesystem:Encrypted': 'false',
    }),
    'a volume without': by(ANALYST, 'ec2:CreateVolume', VOLUME, { 'ec2:Encrypted': 'false' }),
    'a volume without, even to deployments': by(DEPLOYER, 'ec2:CreateVolume', VOLUME, {
      'ec2:Encrypted': 'false',
    }),
    'an imported volume without': by(ANALYST, 'ec2:ImportVolume', VOLUME, { 'ec2:Encrypted': 'false' }),
    'a machine with a volume without': by(ANALYST, 'ec2:RunInstances', VOLUME, {
      'ec2:Encrypted': 'false',
    }),
    'a database without': by(ANALYST, 'rds:CreateDBInstance', DATABASE, stored(false, 'postgres')),
    'a database without, out of a backup in S3': by(
      ANALYST,
      'rds:RestoreDBInstanceFromS3',
      DATABASE,
      stored(false, 'mysql'),
    ),
    'a cluster of databases without': by(
      ANALYST,
      'rds:CreateDBCluster',
      CLUSTER,
      stored(false, 'aurora-postgresql'),
    ),
    'a cluster of databases without, out of a backup in S3': by(
      ANALYST,
      'rds:RestoreDBClusterFromS3',
      CLUSTER,
      stored(false, 'aurora-mysql'),
    ),
    'plain HTTP': by(ANALYST, 's3:GetObject', `${BUCKET}/a`, { 'aws:SecureTransport': 'false' }),
  },
  passes: {
    'an object over TLS': by(ANALYST, 's3:GetObject', `${BUCKET}/a`, { 'aws:SecureTransport': 'true' }),
    'an encrypted file system': by(ANALYST, 'elasticfilesystem:CreateFileSystem', '*', {
      'elasticfilesystem:Encrypted': 'true',
    }),
    'an encrypted volume': by(ANALYST, 'ec2:CreateVolume', VOLUME, { 'ec2:Encrypted': 'true' }),
    'a machine of EMR, whose volumes are encrypted': by(EMR, 'ec2:RunInstances', VOLUME, {
      'ec2:Encrypted': 'true',
    }),
    'the rest of a machine, which has nothing to encrypt': by(
      EMR,
      'ec2:RunInstances',
      `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-1`,
    ),
    'a machine from an image that is not encrypted': by(ANALYST, 'ec2:RunInstances', SNAPSHOT, {
      'ec2:Encrypted': 'false',
    }),
    'an encrypted volume from a snapshot that is not': by(ANALYST, 'ec2:CreateVolume', SNAPSHOT, {
      'ec2:Encrypted': 'false',
    }),
    'an encrypted database': by(ANALYST, 'rds:CreateDBInstance', DATABASE, stored(true, 'postgres')),
    'an instance of Aurora, whose cluster is encrypted': by(
      ANALYST,
      'rds:CreateDBInstance',
      DATABASE,
      stored(false, 'aurora-postgresql'),
    ),
    'an encrypted cluster of databases': by(
      ANALYST,
      'rds:CreateDBCluster',
      CLUSTER,
      stored(true, 'aurora-postgresql'),
    ),
    'switching it on': by(ANALYST, 'ec2:EnableEbsEncryptionByDefault'),
    'taking down a stage': by(DEPLOYER, 'ec2:DisableEbsEncryptionByDefault'),
  },
};
