import type { AccountDirectory } from '../account-directory';
import { AthenaWorkGroups } from '../athena-work-groups';
import { BucketMemory } from '../bucket-memory';
import { EmrClusters } from '../emr-clusters';
import type { LocalService } from '../local-service';
import { accessAnalyzer } from './access-analyzer';
import { assumeRole } from './assume-role';
import { AthenaQueries, athenaQueryExecution } from './athena-query-execution';
import { athenaWorkGroup } from './athena-work-group';
import { ebsDefaultKmsKey } from './ebs-default-kms-key';
import { emrAutoTerminationPolicy } from './emr-auto-termination-policy';
import { emrBlockPublicAccess } from './emr-block-public-access';
import { emrCluster } from './emr-cluster';
import { emrInstanceFleets } from './emr-instance-fleets';
import { emrInstanceGroups } from './emr-instance-groups';
import { emrManagedScalingPolicy } from './emr-managed-scaling-policy';
import { emrStep } from './emr-step';
import { instanceMetadataDefaults } from './instance-metadata-defaults';
import { kmsKeyRotation } from './kms-key-rotation';
import { organizationsAccounts } from './organizations-accounts';
import { s3BucketDeletion } from './s3-bucket-deletion';
import { s3BucketLogging } from './s3-bucket-logging';
import { s3BucketPolicy } from './s3-bucket-policy';
import { securityGroupRules } from './security-group-rules';
import { snsEmailSubscription } from './sns-email-subscription';
import { unemulatedS3Configurations } from './unemulated-s3-configurations';

/** Everything that the local cloud answers before moto is asked, in the order in which it is tried. */
export function localServices(accounts: AccountDirectory): readonly LocalService[] {
  return [organizationsAccounts(), assumeRole(accounts), ...s3(), ...athena(), ...emr(), ...others()];
}

function s3(): LocalService[] {
  const buckets = new BucketMemory();
  return [
    unemulatedS3Configurations,
    s3BucketPolicy(buckets),
    s3BucketLogging(buckets),
    s3BucketDeletion(buckets),
  ];
}

function athena(): LocalService[] {
  const workGroups = new AthenaWorkGroups();
  const queries = new AthenaQueries();
  return [athenaWorkGroup(workGroups, queries.hasQueries), athenaQueryExecution(workGroups, queries)];
}

function emr(): LocalService[] {
  const clusters = new EmrClusters();
  return [
    emrCluster(clusters),
    emrAutoTerminationPolicy(clusters),
    emrManagedScalingPolicy(clusters),
    emrInstanceFleets(),
    emrInstanceGroups(),
    emrBlockPublicAccess(),
    emrStep(),
  ];
}

function others(): LocalService[] {
  return [
    accessAnalyzer(),
    ebsDefaultKmsKey(),
    instanceMetadataDefaults(),
    kmsKeyRotation(),
    securityGroupRules(),
    snsEmailSubscription(),
  ];
}
