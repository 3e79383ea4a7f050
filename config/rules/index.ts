import { accountEmailsUnique } from './account-emails-unique';
import { accountIdsUnique } from './account-ids-unique';
import { accountNamesUnique } from './account-names-unique';
import { adoptedOrganizationSpelledOut } from './adopted-organization-spelled-out';
import { addressesDisjoint } from './addresses-disjoint';
import { endpointSetsSpelled } from './endpoint-sets-spelled';
import { existingUnitsListed } from './existing-units-listed';
import { noExampleDomains } from './no-example-domains';
import { noForbiddenEndpoints } from './no-forbidden-endpoints';
import { noPlatformTags } from './no-platform-tags';
import { organizationSettingsUsed } from './organization-settings-used';
import { privateRoutingHasEndpoints } from './private-routing-has-endpoints';
import type { Rule } from './rule';
import { stageNamedAsFile } from './stage-named-as-file';
import { stateBackendSettings } from './state-backend-settings';
import { tagKeysDistinct } from './tag-keys-distinct';
import { tagsWithinLimits } from './tags-within-limits';
import { unitExists } from './unit-exists';
import { unitsWithinLimits } from './units-within-limits';
import { vpcRangesPrivate } from './vpc-ranges-private';
import { vpcSize } from './vpc-size';
import { zonesOfRegion } from './zones-of-region';

/** Every rule about more than one value. */
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
];
