import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import { type Attachments, breakGlassSubscribers, type OrganizationConfig } from '../config';
import { BreakGlassAlarm } from '../modules/identity-center/break-glass-alarm';
import { Groups } from '../modules/identity-center/groups';
import { IdentityCenterLookup } from '../modules/identity-center/identity-center-lookup';
import { PermissionSet } from '../modules/identity-center/permission-set';
import type { PermissionSetDefinition } from '../modules/identity-center/permission-set-definition';
import { shippedPermissionSets } from '../modules/identity-center/permission-sets';
import { BREAK_GLASS } from '../modules/identity-center/permission-sets/break-glass';
import { LandingZoneStack } from './landing-zone-stack';
import { identityCenterProvider, identityCenterRegion } from './providers';

export interface IdentityStackProps {
  readonly organization: OrganizationConfig;
  /** Files that the configuration names: policies of permission sets. */
  readonly attachments: Attachments;
}

/** What to do where there is no IAM Identity Center: nothing here can enable it. */
export const INSTANCE_REMEDY =
  'enable it, or name the region where it was enabled in identityCenter.region of environments/organization.yaml: docs/runbooks/identity-center.md';

/**
 * `identity`: what people can be let do. Who may do it where is in the account stacks, so that a stage's access
 * changes with the stage's file alone.
 */
export class IdentityStack extends LandingZoneStack {
  constructor(scope: Construct, { organization, attachments }: IdentityStackProps) {
    super(scope, 'identity', { organization });
    const { identity } = organization;
    const provider = identityCenterProvider(this, organization);

    const { instanceArn, identityStoreId } = new IdentityCenterLookup(this, 'identity-center-lookup', {
      provider,
      remedy: INSTANCE_REMEDY,
    });
    if (identity.source === 'directory') {
      new Groups(this, 'groups', { provider, identityStoreId, names: identity.groups });
    }
    const definitions = [
      ...shippedPermissionSets({ dataEngineer: identity.dataEngineer }),
      ...ownPermissionSets(organization, attachments),
    ];
    for (const definition of definitions) {
      new PermissionSet(this, `permission-set-${encodeURIComponent(definition.name)}`, {
        provider,
        instanceArn,
        definition,
      });
    }

    new BreakGlassAlarm(this, 'break-glass-alarm', {
      provider,
      accountId: organization.managementAccountId,
      region: identityCenterRegion(organization),
      permissionSet: BREAK_GLASS.name,
      subscribers: breakGlassSubscribers(organization).flatMap((address) => address ?? []),
    });

    // What is managed here and what only read, as the stack organization says of itself.
    new TerraformOutput(this, 'managed_services', {
      value: {
        identity_center: 'read',
        groups: identity.source === 'directory' ? 'managed' : 'read',
        permission_sets: 'managed',
      },
    });
  }
}

function ownPermissionSets(
  { identity }: OrganizationConfig,
  attachments: Attachments,
): PermissionSetDefinition[] {
  return Object.entries(identity.permissionSets).map(
    ([name, { description, session, managedPolicies, wideAccessReason, policyFile }]) => ({
      name,
      description,
      session,
      managedPolicies: managedPolicies.map((policy) => ({
        name: policy,
        reason: wideAccessReason ?? description,
      })),
      ...(policyFile === undefined ? {} : { inlinePolicy: policyText(policyFile, attachments) }),
    }),
  );
}

/** Minified: the provider compares what AWS gives back with what is in the file. */
function policyText(file: string, attachments: Attachments): string {
  const attached = attachments.file(file);
  if (!('found' in attached)) throw new Error(`config lets no missing ${file} through`);
  return JSON.stringify(JSON.parse(attached.found.toString('utf8')));
}
