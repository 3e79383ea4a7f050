import { IdentitystoreGroup } from '@cdktf/provider-aws/lib/identitystore-group';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface GroupsProps {
  /** Provider with credentials of the management account, in the region of IAM Identity Center. */
  readonly provider: TerraformProvider;
  readonly identityStoreId: string;
  /** Display names, each once, of 1 to 1,024 characters. */
  readonly names: readonly string[];
}

/**
 * Groups of Identity Center's own directory. Who is in them is decided there, by hand or by whoever administers people:
 * members are no part of infrastructure. Where an identity provider brings groups by SCIM, none may be made here.
 */
export class Groups extends Construct {
  constructor(scope: Construct, id: string, { provider, identityStoreId, names }: GroupsProps) {
    super(scope, id);
    for (const displayName of names) {
      new IdentitystoreGroup(this, encodeURIComponent(displayName), {
        provider,
        identityStoreId,
        displayName,
        // A group that is gone takes its assignments along, and nobody knows who was in it.
        lifecycle: { preventDestroy: true },
      });
    }
  }
}
