import type { AccountDirectory } from '../account-directory';
import { AthenaWorkGroups } from '../athena-work-groups';
import { BucketMemory } from '../bucket-memory';
import { ClientVpnEndpoints } from '../client-vpn-endpoints';
import { Budgets } from '../budgets';
import { EmrClusters } from '../emr-clusters';
import { IdentityCenter } from '../identity-center';
import { IdentityStore } from '../identity-store';
import type { LocalService } from '../local-service';
import { MwaaEnvironments } from '../mwaa/mwaa-environments';
import { Organization } from '../organization';
import { accessAnalyzer } from './access-analyzer';
import { accountAssignment } from './account-assignment';
import { alternateContact } from './alternate-contact';
import { assumeRole } from './assume-role';
import { AthenaQueries, athenaQueryExecution } from './athena-query-execution';
import { athenaWorkGroup } from './athena-work-group';
import { clientVpnAuthorizationRule } from './client-vpn-authorization-rule';
import { clientVpnClientConfiguration } from './client-vpn-client-configuration';
import { clientVpnConnections } from './client-vpn-connections';
import { clientVpnEndpoint } from './client-vpn-endpoint';
import { clientVpnRevocationList } from './client-vpn-revocation-list';
import { clientVpnRoute } from './client-vpn-route';
import { clientVpnTags } from './client-vpn-tags';
import { clientVpnTargetNetwork } from './client-vpn-target-network';
import { budget } from './budget';
import { budgetNotification } from './budget-notification';
import { cloudTrailTrail } from './cloudtrail-trail';
import { costAnomalyDetection } from './cost-anomaly-detection';
import { ebsDefaultKmsKey } from './ebs-default-kms-key';
import { emrAutoTerminationPolicy } from './emr-auto-termination-policy';
import { emrBlockPublicAccess } from './emr-block-public-access';
import { emrCluster } from './emr-cluster';
import { emrInstanceFleets } from './emr-instance-fleets';
import { emrInstanceGroups } from './emr-instance-groups';
import { emrManagedScalingPolicy } from './emr-managed-scaling-policy';
import { emrStep } from './emr-step';
import { iamOidcProviderClients } from './iam-oidc-provider-clients';
import { iamOrganizationsFeatures } from './iam-organizations-features';
import { iamRoleUpdate } from './iam-role-update';
import { identityCenterInstance } from './identity-center-instance';
import { identityStoreGroup } from './identity-store-group';
import { identityStoreMembership } from './identity-store-membership';
import { instanceMetadataDefaults } from './instance-metadata-defaults';
import { kmsKeyRotation } from './kms-key-rotation';
import { mwaaAirflowAccess } from './mwaa-airflow-access';
import { mwaaEnvironment } from './mwaa-environment';
import { mwaaTags } from './mwaa-tags';
import { organizationAdminAccount } from './organization-admin-account';
import { organizationsAccounts } from './organizations-accounts';
import { organizationsDelegatedAdministrators } from './organizations-delegated-administrators';
import { organizationsPolicies } from './organizations-policies';
import { organizationsResourcePolicy } from './organizations-resource-policy';
import { organizationsServiceAccess } from './organizations-service-access';
import { permissionSet } from './permission-set';
import { permissionSetPolicies } from './permission-set-policies';
import { permissionSetProvisioning } from './permission-set-provisioning';
import { s3BucketDeletion } from './s3-bucket-deletion';
import { s3BucketLogging } from './s3-bucket-logging';
import { s3BucketPolicy } from './s3-bucket-policy';
import { samlProviderTags } from './saml-provider-tags';
import { s3ForeignAccess } from './s3-foreign-access';
import { securityGroupRules } from './security-group-rules';
import { snsEmailSubscription } from './sns-email-subscription';
import { unemulatedS3Configurations } from './unemulated-s3-configurations';

/** Everything that the local cloud answers before moto is asked, in the order in which it is tried. */
export function localServices(accounts: AccountDirectory): readonly LocalService[] {
  const organization = new Organization();
  return [
    assumeRole(accounts),
    ...organizations(organization),
    ...identityCenter(),
    ...costs(),
    ...s3(accounts),
    ...athena(),
    ...emr(),
    ...clientVpn(),
    ...mwaa(),
    ...others(),
  ];
}

function organizations(organization: Organization): LocalService[] {
  return [
    organizationsAccounts(),
    organizationsServiceAccess(organization),
    organizationsDelegatedAdministrators(organization),
    organizationsPolicies(),
    organizationsResourcePolicy(),
    alternateContact(organization),
    cloudTrailTrail(organization),
    iamOrganizationsFeatures(organization),
    organizationAdminAccount(),
    accessAnalyzer(organization),
  ];
}

function identityCenter(): LocalService[] {
  const center = new IdentityCenter();
  const store = new IdentityStore(center.identityStoreId);
  return [
    identityCenterInstance(center),
    permissionSet(center),
    permissionSetPolicies(center),
    permissionSetProvisioning(center),
    accountAssignment(center, store),
    identityStoreGroup(store),
    identityStoreMembership(store),
  ];
}

function costs(): LocalService[] {
  const budgets = new Budgets();
  return [budget(budgets), budgetNotification(budgets), costAnomalyDetection()];
}

function s3(accounts: AccountDirectory): LocalService[] {
  const buckets = new BucketMemory();
  return [
    s3ForeignAccess(buckets, accounts),
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
    emrStep(clusters),
  ];
}

function clientVpn(): LocalService[] {
  const endpoints = new ClientVpnEndpoints();
  return [
    clientVpnEndpoint(endpoints),
    clientVpnTargetNetwork(endpoints),
    clientVpnAuthorizationRule(endpoints),
    clientVpnRoute(endpoints),
    clientVpnClientConfiguration(endpoints),
    clientVpnConnections(endpoints),
    clientVpnRevocationList(endpoints),
    clientVpnTags(endpoints),
  ];
}

function mwaa(): LocalService[] {
  const environments = new MwaaEnvironments();
  return [mwaaEnvironment(environments), mwaaTags(environments), mwaaAirflowAccess(environments)];
}

function others(): LocalService[] {
  return [
    ebsDefaultKmsKey(),
    iamOidcProviderClients(),
    iamRoleUpdate(),
    instanceMetadataDefaults(),
    kmsKeyRotation(),
    samlProviderTags(),
    securityGroupRules(),
    snsEmailSubscription(),
  ];
}
