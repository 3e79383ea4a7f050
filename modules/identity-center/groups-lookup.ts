import { DataAwsIdentitystoreGroups } from '@cdktf/provider-aws/lib/data-aws-identitystore-groups';
import { TerraformLocal, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { IdentityCenterLookup } from './identity-center-lookup';

export interface GroupsLookupProps {
  /** Provider with credentials of the management account, in the region of IAM Identity Center. */
  readonly provider: TerraformProvider;
  /** Groups by their display names, each with the file that names it. */
  readonly groups: Readonly<Record<string, string>>;
  /** What to do when there is no IAM Identity Center in the provider's region. */
  readonly instanceRemedy: string;
  /** What to do when groups are not there; continues a sentence that names their files. */
  readonly groupRemedy: string;
}

/**
 * Finds groups of IAM Identity Center by their display names. Those that are not there stop the plan with one sentence
 * that names them and the files that ask for them. All groups are listed for that: looked up one by one, a missing group
 * is an error of the provider that says neither its name nor what to do.
 */
export class GroupsLookup extends Construct {
  /** Where the groups were looked up. */
  readonly identityCenter: IdentityCenterLookup;
  private readonly ids = new Map<string, string>();

  constructor(scope: Construct, id: string, props: GroupsLookupProps) {
    super(scope, id);
    const { provider } = props;
    const missing = missingOf(props.groups);
    this.identityCenter = new IdentityCenterLookup(this, 'identity-center', {
      provider,
      remedy: props.instanceRemedy,
    });
    const groups = new DataAwsIdentitystoreGroups(this, 'groups', {
      provider,
      identityStoreId: this.identityCenter.identityStoreId,
      lifecycle: {
        postcondition: [
          {
            condition: `\${length(${missing}) == 0}`,
            errorMessage: `not in IAM Identity Center: \${join(", ", ${missing})}; ${props.groupRemedy}`,
          },
        ],
      },
    });
    for (const name of Object.keys(props.groups)) {
      const found = new TerraformLocal(
        this,
        `${encodeURIComponent(name)}-id`,
        `\${one([for group in ${groups.fqn}.groups : group.group_id if group.display_name == ${JSON.stringify(name)}])}`,
      );
      this.ids.set(name, found.asString);
    }
  }

  /**
   * Id of a group.
   *
   * @throws Error when the group was not among those to look up
   */
  groupId(name: string): string {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`group ${name} was not looked up`);
    return id;
  }
}

/** An expression: what to call each group that is not among those that AWS lists. */
function missingOf(groups: GroupsLookupProps['groups']): string {
  return (
    `[for name, file in ${JSON.stringify(groups)} : format("group %s (%s)", name, file) ` +
    'if !contains([for group in self.groups : group.display_name], name)]'
  );
}
