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
 * Assignments of one permission set are made one after the other: each changes the same role of the account, and AWS
 * answers a second change with a conflict. Different sets go side by side; each takes the provider ten seconds. AWS takes 10
 * outstanding ones for the whole organization, which is what Terraform does at once in one stack; where several accounts
 * are deployed together it has to do less (`deploy:accounts` in package.json).
 *
 * Sources: "IAM Identity Center API throttle limits" (https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html),
 * ConflictException of CreateAccountAssignment
 * (https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html).
 */
export class AccountAssignments extends Construct {
  constructor(scope: Construct, id: string, props: AccountAssignmentsProps) {
    super(scope, id);
    const { provider, accountId, groups, permissionSets } = props;
    const lastOf = new Map<string, ITerraformDependable>();
    for (const [group, names] of Object.entries(props.access)) {
      for (const name of names) {
        const before = lastOf.get(name);
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
          dependsOn: before === undefined ? [] : [before],
        });
        lastOf.set(name, assignment);
      }
    }
  }
}
