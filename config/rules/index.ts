import { accessPermissionSetsExist } from './access-permission-sets-exist';
import { accessWithinAllowedStages } from './access-within-allowed-stages';
import { accessWorkGroupsExist } from './access-work-groups-exist';
import { accountEmailsUnique } from './account-emails-unique';
import { accountIdsUnique } from './account-ids-unique';
import { accountNamesUnique } from './account-names-unique';
import { accountsMadeFewAtATime } from './accounts-made-few-at-a-time';
import { addressesDisjoint } from './addresses-disjoint';
import { adoptedOrganizationSpelledOut } from './adopted-organization-spelled-out';
import { airflowEnvironmentsWithinLimit } from './airflow-environments-within-limit';
import { airflowConstraintsKnown } from './airflow-constraints-known';
import { airflowDatabasesHaveWorkGroups } from './airflow-databases-have-work-groups';
import { airflowFilesExist } from './airflow-files-exist';
import { airflowOptionsAllowed } from './airflow-options-allowed';
import { airflowPoliciesWithinLimits } from './airflow-policies-within-limits';
import { airflowRequirementsConstrained } from './airflow-requirements-constrained';
import { airflowSizeFitsClass } from './airflow-size-fits-class';
import { airflowStartupAllowed } from './airflow-startup-allowed';
import { airflowVersionKnown } from './airflow-version-known';
import { airflowVersionStaysSupported } from './airflow-version-stays-supported';
import { airflowVersionSupported } from './airflow-version-supported';
import { airflowWheelsPackaged } from './airflow-wheels-packaged';
import { airflowWebServerReachable } from './airflow-web-server-reachable';
import { airflowWorkGroupsExist } from './airflow-work-groups-exist';
import { allowedStagesKnown } from './allowed-stages-known';
import { auditAccountGiven } from './audit-account-given';
import { bucketNamesAllowed } from './bucket-names-allowed';
import { breakGlassRecorded } from './break-glass-recorded';
import { breakGlassToldToSomebody } from './break-glass-told-to-somebody';
import { budgetAlertsWithinLimits } from './budget-alerts-within-limits';
import { budgetToldToSomebody } from './budget-told-to-somebody';
import { ciIssuerSettings } from './ci-issuer-settings';
import { ciRoleNamesApart } from './ci-role-names-apart';
import { ciSubjectsApart } from './ci-subjects-apart';
import { ciSubjectsExact } from './ci-subjects-exact';
import { columnNamesUnique } from './column-names-unique';
import { controlTowerOwns } from './control-tower-owns';
import { contactsNeedTrustedAccess } from './contacts-need-trusted-access';
import { crawlersBesideTables } from './crawlers-beside-tables';
import { customPoliciesValid } from './custom-policies-valid';
import { dataEngineerPolicyWithinLimits } from './data-engineer-policy-within-limits';
import { emrApplicationsAllowRuntimeRoles } from './emr-applications-allow-runtime-roles';
import { emrNodeLimits } from './emr-node-limits';
import { emrReleaseHasRuntimeRoles } from './emr-release-has-runtime-roles';
import { emrReleaseIsKnown } from './emr-release-is-known';
import { emrShellKeepsJobsApart } from './emr-shell-keeps-jobs-apart';
import { emrStepRolePoliciesWithinLimits } from './emr-step-role-policies-within-limits';
import { emrStepRoleWritesDisjoint } from './emr-step-role-writes-disjoint';
import { emrStepRolesWithinLimits } from './emr-step-roles-within-limits';
import { endpointSetsSpelled } from './endpoint-sets-spelled';
import { existingUnitsListed } from './existing-units-listed';
import { identityGroupsMadeInDirectory } from './identity-groups-made-in-directory';
import { interfaceEndpointsKnown } from './interface-endpoints-known';
import { lakeLifecycleOrder } from './lake-lifecycle-order';
import { noExampleDomains } from './no-example-domains';
import { noForbiddenEndpoints } from './no-forbidden-endpoints';
import { noNamesOfObjects } from './no-names-of-objects';
import { noPlatformTags } from './no-platform-tags';
import { noTemplates } from './no-templates';
import { organizationSettingsUsed } from './organization-settings-used';
import { partitionPathComplete } from './partition-path-complete';
import { partitionProjectionComplete } from './partition-projection-complete';
import { permissionSetNamesFree } from './permission-set-names-free';
import { permissionSetPoliciesUnique } from './permission-set-policies-unique';
import { permissionSetPolicyUsable } from './permission-set-policy-usable';
import { permissionSetWideAccessExplained } from './permission-set-wide-access-explained';
import { permissionSetWidePolicyExplained } from './permission-set-wide-policy-explained';
import { policiesKnown } from './policies-known';
import { policiesWithinLimits } from './policies-within-limits';
import { policyTypesEnabled } from './policy-types-enabled';
import { privateRoutingHasEndpoints } from './private-routing-has-endpoints';
import { producerPrefixesDisjoint } from './producer-prefixes-disjoint';
import { producerPrincipalsReal } from './producer-principals-real';
import { producersWithinLimits } from './producers-within-limits';
import { rootPoliciesOurs } from './root-policies-ours';
import type { Rule } from './rule';
import { securityContactGiven } from './security-contact-given';
import { stageNamedAsFile } from './stage-named-as-file';
import { stateBackendSettings } from './state-backend-settings';
import { subscribersUnique } from './subscribers-unique';
import { suspendedUnitListed } from './suspended-unit-listed';
import { tableFitsFormat } from './table-fits-format';
import { tableLocationsDisjoint } from './table-locations-disjoint';
import { tagKeysDistinct } from './tag-keys-distinct';
import { tagStandardMet } from './tag-standard-met';
import { tagsWithinLimits } from './tags-within-limits';
import { trailSettingsUsed } from './trail-settings-used';
import { trustPoliciesWithinLimits, trustPoliciesWithinQuota } from './trust-policies-within-limits';
import { unitExists } from './unit-exists';
import { unitsWithinLimits } from './units-within-limits';
import { vpcRangesPrivate } from './vpc-ranges-private';
import { vpcSize } from './vpc-size';
import { vpnAccessWithinQuota } from './vpn-access-within-quota';
import { vpnAirflowIsPrivate } from './vpn-airflow-is-private';
import { vpnAssociationsInZones } from './vpn-associations-in-zones';
import { vpnAuthenticationSettings } from './vpn-authentication-settings';
import { vpnCertificatesExplained } from './vpn-certificates-explained';
import { vpnHasRange } from './vpn-has-range';
import { vpnNotWeakened } from './vpn-not-weakened';
import { vpnRangeHoldsUsers } from './vpn-range-holds-users';
import { vpnRangeSize } from './vpn-range-size';
import { vpnSamlCertificateLasts } from './vpn-saml-certificate-lasts';
import { vpnSamlMetadataPresent } from './vpn-saml-metadata-present';
import { vpnSamlMetadataUsable } from './vpn-saml-metadata-usable';
import { vpnServerCertificate } from './vpn-server-certificate';
import { vpnUsersWithinQuota } from './vpn-users-within-quota';
import { zonesOfRegion } from './zones-of-region';

/** Every rule about more than one value whose findings stop everything. */
export const RULES: readonly Rule[] = [
  organizationSettingsUsed,
  adoptedOrganizationSpelledOut,
  stateBackendSettings,
  ciIssuerSettings,
  ciSubjectsExact,
  ciSubjectsApart,
  trustPoliciesWithinLimits,
  ciRoleNamesApart,
  unitsWithinLimits,
  identityGroupsMadeInDirectory,
  permissionSetNamesFree,
  permissionSetPolicyUsable,
  dataEngineerPolicyWithinLimits,
  permissionSetPoliciesUnique,
  permissionSetWideAccessExplained,
  permissionSetWidePolicyExplained,
  allowedStagesKnown,
  existingUnitsListed,
  controlTowerOwns,
  policyTypesEnabled,
  policiesKnown,
  policiesWithinLimits,
  rootPoliciesOurs,
  customPoliciesValid,
  auditAccountGiven,
  trailSettingsUsed,
  stageNamedAsFile,
  accountNamesUnique,
  accountEmailsUnique,
  accountIdsUnique,
  noExampleDomains,
  noNamesOfObjects,
  noTemplates,
  unitExists,
  accessPermissionSetsExist,
  accessWithinAllowedStages,
  accessWorkGroupsExist,
  suspendedUnitListed,
  contactsNeedTrustedAccess,
  budgetAlertsWithinLimits,
  subscribersUnique,
  addressesDisjoint,
  vpcRangesPrivate,
  vpcSize,
  zonesOfRegion,
  privateRoutingHasEndpoints,
  noForbiddenEndpoints,
  endpointSetsSpelled,
  tagsWithinLimits,
  tagKeysDistinct,
  noPlatformTags,
  tagStandardMet,
  bucketNamesAllowed,
  producerPrefixesDisjoint,
  producerPrincipalsReal,
  producersWithinLimits,
  lakeLifecycleOrder,
  tableLocationsDisjoint,
  crawlersBesideTables,
  columnNamesUnique,
  tableFitsFormat,
  partitionPathComplete,
  partitionProjectionComplete,
  emrReleaseHasRuntimeRoles,
  emrApplicationsAllowRuntimeRoles,
  emrNodeLimits,
  emrStepRoleWritesDisjoint,
  emrStepRolesWithinLimits,
  emrStepRolePoliciesWithinLimits,
  airflowEnvironmentsWithinLimit,
  airflowVersionSupported,
  airflowSizeFitsClass,
  airflowWebServerReachable,
  airflowOptionsAllowed,
  airflowStartupAllowed,
  airflowFilesExist,
  airflowRequirementsConstrained,
  airflowWorkGroupsExist,
  airflowDatabasesHaveWorkGroups,
  airflowPoliciesWithinLimits,
  vpnHasRange,
  vpnRangeSize,
  vpnRangeHoldsUsers,
  vpnAssociationsInZones,
  vpnUsersWithinQuota,
  vpnAuthenticationSettings,
  vpnCertificatesExplained,
  vpnServerCertificate,
  vpnAccessWithinQuota,
  vpnSamlMetadataUsable,
  vpnAirflowIsPrivate,
];

/** Rules whose findings are said and stop nothing: they may be meant. */
export const WARNINGS: readonly Rule[] = [
  trustPoliciesWithinQuota,
  securityContactGiven,
  breakGlassToldToSomebody,
  breakGlassRecorded,
  budgetToldToSomebody,
  accountsMadeFewAtATime,
  interfaceEndpointsKnown,
  emrReleaseIsKnown,
  emrShellKeepsJobsApart,
  airflowConstraintsKnown,
  airflowWheelsPackaged,
  airflowVersionKnown,
  airflowVersionStaysSupported,
  vpnNotWeakened,
  vpnSamlMetadataPresent,
  vpnSamlCertificateLasts,
];
