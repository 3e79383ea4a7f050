import { DataAwsIdentitystoreGroups } from '@cdktf/provider-aws/lib/data-aws-identitystore-groups';
import { TerraformLocal, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { IdentityCenterLookup } from './identity-center-lookup';

export interface GroupsLookupProps {
  /** Provider with credentials of the management account, in the region of IAM Identity Center. */
  readonly provider: TerraformProvider;
  /** Display names of the groups, each once. */
  readonly names: readonly string[];
  /** What to do when there is no IAM Identity Center in the provider's region. */
  readonly instanceRemedy: string;
  /** What to do when a group is not there. */
  readonly groupRemedy: string;
}

/**
 * Finds groups of IAM Identity Center by their display names. One that is not there stops the plan with a sentence
 * that names it. All groups are listed for that: looked up one by one, a missing group is an error of the provider
 * that says neither its name nor what to do.
 */
export class GroupsLookup extends Construct {
  /** Where the groups were looked up. */
  readonly identityCenter: IdentityCenterLookup;
  private readonly ids = new Map<string, string>();

  constructor(scope: Construct, id: string, props: GroupsLookupProps) {
    super(scope, id);
    const { provider, names } = props;
    this.identityCenter = new IdentityCenterLookup(this, 'identity-center', {
      provider,
      remedy: props.instanceRemedy,
    });
    const groups = new DataAwsIdentitystoreGroups(this, 'groups', {
      provider,
      identityStoreId: this.identityCenter.identityStoreId,
      lifecycle: {
        postcondition: names.map((name) => ({
          condition: `\${contains([for group in self.groups : group.display_name], ${JSON.stringify(name)})}`,
          errorMessage: `group ${name} is not in IAM Identity Center; ${props.groupRemedy}`,
        })),
      },
    });
    for (const name of names) {
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
