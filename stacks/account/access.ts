import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import {
  type EnvironmentConfig,
  type GroupFiles,
  groupsInFiles,
  type OrganizationConfig,
} from '../../config';
import { AccountAssignments } from '../../modules/identity-center/account-assignments';
import { GroupsLookup } from '../../modules/identity-center/groups-lookup';
import { PermissionSetsLookup } from '../../modules/identity-center/permission-sets-lookup';
import { INSTANCE_REMEDY } from '../identity-stack';

export interface AccessProps {
  /** The management account where IAM Identity Center is. */
  readonly provider: TerraformProvider;
  readonly organization: OrganizationConfig;
  readonly environment: EnvironmentConfig;
  readonly accountId: string;
  readonly groupFiles?: GroupFiles;
}

/** Who may do what in the account of a stage. Without any access in the file, Identity Center is not even asked. */
export function addAccess(
  scope: Construct,
  { provider, organization, environment, accountId, groupFiles }: AccessProps,
): void {
  const { access } = environment;
  if (Object.keys(access).length === 0) return;
  const groups = new GroupsLookup(scope, 'access-groups-lookup', {
    provider,
    groups: groupsInFiles(access, environment.stage, groupFiles),
    instanceRemedy: INSTANCE_REMEDY,
    groupRemedy: groupRemedy(organization),
  });
  const permissionSets = new PermissionSetsLookup(scope, 'access-permission-sets-lookup', {
    provider,
    instanceArn: groups.identityCenter.instanceArn,
    remedy: 'make it with: npx cdktf deploy identity',
  });
  new AccountAssignments(scope, 'access', { provider, accountId, access, groups, permissionSets });
}

function groupRemedy({ identity }: OrganizationConfig): string {
  const correct = 'correct their names in these files';
  return identity.source === 'external'
    ? `have the identity provider bring them (SCIM), or ${correct}`
    : `list them in identity.groups of environments/organization.yaml and run npx cdktf deploy identity, or ${correct}`;
}
