import { SsoadminAccountAssignment } from '@cdktf/provider-aws/lib/ssoadmin-account-assignment';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { GroupsLookup } from './groups-lookup';
import type { PermissionSetsLookup } from './permission-sets-lookup';

export interface AccountAssignmentsProps {
  /** Provider with credentials of the management account, in the region of IAM Identity Center. */
  readonly provider: TerraformProvider;
  readonly accountId: string;
  /** Names of permission sets by the display name of the group that has them; each once. */
  readonly access: Readonly<Record<string, readonly string[]>>;
  readonly groups: GroupsLookup;
  readonly permissionSets: PermissionSetsLookup;
}

/**
 * Which groups have which permission sets in an account. Groups only: people come and go in the identity provider.
 *
 * Assignments are made one after the other. AWS takes 10 outstanding ones for the whole organization and changes one
 * role of an account at a time, while several accounts may be deployed at once ("IAM Identity Center API throttle limits",
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html).
 */
export class AccountAssignments extends Construct {
  constructor(scope: Construct, id: string, props: AccountAssignmentsProps) {
    super(scope, id);
    const { provider, accountId, groups, permissionSets } = props;
    let before: ITerraformDependable[] = [];
    for (const [group, names] of Object.entries(props.access)) {
      for (const name of names) {
        // The id is what is assigned to whom: another line in the file changes no other address.
        const assignment = new SsoadminAccountAssignment(this, encodeURIComponent(`${group}/${name}`), {
          provider,
          instanceArn: groups.identityCenter.instanceArn,
          permissionSetArn: permissionSets.arnOf(name),
          principalType: 'GROUP',
          principalId: groups.groupId(group),
          targetType: 'AWS_ACCOUNT',
          targetId: accountId,
          lifecycle: permissionSets.presenceOf(name),
          dependsOn: before,
        });
        before = [assignment];
      }
    }
  }
}
