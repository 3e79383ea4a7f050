import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { EnvironmentConfig, OrganizationConfig } from '../../config';
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
}

/** Who may do what in the account of a stage. Without any access in the file, Identity Center is not even asked. */
export function addAccess(
  scope: Construct,
  { provider, organization, environment, accountId }: AccessProps,
): void {
  const { access } = environment;
  if (Object.keys(access).length === 0) return;
  const groups = new GroupsLookup(scope, 'access-groups-lookup', {
    provider,
    names: Object.keys(access),
    instanceRemedy: INSTANCE_REMEDY,
    groupRemedy: groupRemedy(organization, environment),
  });
  const permissionSets = new PermissionSetsLookup(scope, 'access-permission-sets-lookup', {
    provider,
    instanceArn: groups.identityCenter.instanceArn,
    remedy: 'make it with: npx cdktf deploy identity',
  });
  new AccountAssignments(scope, 'access', { provider, accountId, access, groups, permissionSets });
}

function groupRemedy({ identity }: OrganizationConfig, { stage }: EnvironmentConfig): string {
  const correct = `correct access in environments/${stage}.yaml or defaults.yaml, which asks for it`;
  return identity.source === 'external'
    ? `have the identity provider bring it (SCIM), or ${correct}`
    : `list it in identity.groups of environments/organization.yaml and run npx cdktf deploy identity, or ${correct}`;
}
