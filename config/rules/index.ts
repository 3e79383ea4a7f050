import { accountEmailsUnique } from './account-emails-unique';
import { accountIdsUnique } from './account-ids-unique';
import { accountNamesUnique } from './account-names-unique';
import { adoptedOrganizationSpelledOut } from './adopted-organization-spelled-out';
import { addressesDisjoint } from './addresses-disjoint';
import { airflowEnvironmentsWithinLimit } from './airflow-environments-within-limit';
import { airflowDatabasesHaveWorkGroups } from './airflow-databases-have-work-groups';
import { airflowFilesExist } from './airflow-files-exist';
import { airflowOptionsAllowed } from './airflow-options-allowed';
import { airflowRequirementsConstrained } from './airflow-requirements-constrained';
import { airflowSizeFitsClass } from './airflow-size-fits-class';
import { airflowVersionKnown } from './airflow-version-known';
import { airflowVersionStaysSupported } from './airflow-version-stays-supported';
import { airflowVersionSupported } from './airflow-version-supported';
import { airflowWebServerReachable } from './airflow-web-server-reachable';
import { airflowWorkGroupsExist } from './airflow-work-groups-exist';
import { bucketNamesAllowed } from './bucket-names-allowed';
import { columnNamesUnique } from './column-names-unique';
import { crawlersBesideTables } from './crawlers-beside-tables';
import { emrApplicationsAllowRuntimeRoles } from './emr-applications-allow-runtime-roles';
import { emrNodeLimits } from './emr-node-limits';
import { emrReleaseHasRuntimeRoles } from './emr-release-has-runtime-roles';
import { emrReleaseIsKnown } from './emr-release-is-known';
import { emrShellKeepsJobsApart } from './emr-shell-keeps-jobs-apart';
import { emrStepRoleWritesDisjoint } from './emr-step-role-writes-disjoint';
import { emrStepRolePoliciesWithinLimits } from './emr-step-role-policies-within-limits';
import { emrStepRolesWithinLimits } from './emr-step-roles-within-limits';
import { endpointSetsSpelled } from './endpoint-sets-spelled';
import { existingUnitsListed } from './existing-units-listed';
import { lakeLifecycleOrder } from './lake-lifecycle-order';
import { monitoringSubscribersUnique } from './monitoring-subscribers-unique';
import { noExampleDomains } from './no-example-domains';
import { noForbiddenEndpoints } from './no-forbidden-endpoints';
import { noPlatformTags } from './no-platform-tags';
import { organizationSettingsUsed } from './organization-settings-used';
import { partitionPathComplete } from './partition-path-complete';
import { partitionProjectionComplete } from './partition-projection-complete';
import { privateRoutingHasEndpoints } from './private-routing-has-endpoints';
import { producerPrefixesDisjoint } from './producer-prefixes-disjoint';
import { producerPrincipalsReal } from './producer-principals-real';
import { producersWithinLimits } from './producers-within-limits';
import type { Rule } from './rule';
import { stageNamedAsFile } from './stage-named-as-file';
import { stateBackendSettings } from './state-backend-settings';
import { tableFitsFormat } from './table-fits-format';
import { tableLocationsDisjoint } from './table-locations-disjoint';
import { tagKeysDistinct } from './tag-keys-distinct';
import { tagsWithinLimits } from './tags-within-limits';
import { unitExists } from './unit-exists';
import { unitsWithinLimits } from './units-within-limits';
import { vpcRangesPrivate } from './vpc-ranges-private';
import { vpcSize } from './vpc-size';
import { vpnAccessWithinQuota } from './vpn-access-within-quota';
import { vpnAirflowIsPrivate } from './vpn-airflow-is-private';
import { vpnAssociationsInZones } from './vpn-associations-in-zones';
import { vpnAuthenticationSettings } from './vpn-authentication-settings';
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
  unitsWithinLimits,
  existingUnitsListed,
  stageNamedAsFile,
  accountNamesUnique,
  accountEmailsUnique,
  accountIdsUnique,
  noExampleDomains,
  unitExists,
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
  airflowFilesExist,
  airflowRequirementsConstrained,
  airflowWorkGroupsExist,
  airflowDatabasesHaveWorkGroups,
  monitoringSubscribersUnique,
  vpnHasRange,
  vpnRangeSize,
  vpnRangeHoldsUsers,
  vpnAssociationsInZones,
  vpnUsersWithinQuota,
  vpnAuthenticationSettings,
  vpnServerCertificate,
  vpnAccessWithinQuota,
  vpnSamlMetadataUsable,
  vpnAirflowIsPrivate,
];

/** Rules whose findings are said and stop nothing: they may be meant. */
export const WARNINGS: readonly Rule[] = [
  emrReleaseIsKnown,
  emrShellKeepsJobsApart,
  airflowVersionKnown,
  airflowVersionStaysSupported,
  vpnNotWeakened,
  vpnSamlMetadataPresent,
  vpnSamlCertificateLasts,
];
