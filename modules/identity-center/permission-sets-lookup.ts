import { DataAwsSsoadminPermissionSet } from '@cdktf/provider-aws/lib/data-aws-ssoadmin-permission-set';
import { DataAwsSsoadminPermissionSets } from '@cdktf/provider-aws/lib/data-aws-ssoadmin-permission-sets';
import { type TerraformResourceLifecycle, TerraformLocal, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface PermissionSetsLookupProps {
  /** Provider with credentials of the management account, in the region of IAM Identity Center. */
  readonly provider: TerraformProvider;
  readonly instanceArn: string;
  /** What to do when a permission set is not there. */
  readonly remedy: string;
}

/**
 * Finds permission sets by name. All are read for that, as the provider's own lookup by name does it for each name:
 * a set that is missing is then known by its name, where that lookup ends in an error that does not say what to do.
 */
export class PermissionSetsLookup extends Construct {
  private readonly arns: TerraformLocal;
  private readonly remedy: string;

  constructor(scope: Construct, id: string, { provider, instanceArn, remedy }: PermissionSetsLookupProps) {
    super(scope, id);
    this.remedy = remedy;
    const all = new DataAwsSsoadminPermissionSets(this, 'all', { provider, instanceArn });
    const each = new DataAwsSsoadminPermissionSet(this, 'each', {
      provider,
      instanceArn,
      arn: '${each.value}',
    });
    // The provider says null, not an empty list, where there is none yet.
    each.addOverride('for_each', `\${toset(${all.fqn}.arns == null ? [] : ${all.fqn}.arns)}`);
    // Without the index cdktf has no name for all of them together.
    this.arns = new TerraformLocal(
      this,
      'arns',
      `\${{ for found in ${each.fqn} : found.name => found.arn }}`,
    );
  }

  /** ARN of a permission set; null in a plan that `presenceOf` stops. */
  arnOf(name: string): string {
    return `\${lookup(${this.arns.fqn}, ${JSON.stringify(name)}, null)}`;
  }

  /** Stops the plan of a resource when a permission set is not there, with a sentence that names it. */
  presenceOf(name: string): TerraformResourceLifecycle {
    return {
      precondition: [
        {
          condition: `\${contains(keys(${this.arns.fqn}), ${JSON.stringify(name)})}`,
          errorMessage: `permission set ${name} is not in IAM Identity Center; ${this.remedy}`,
        },
      ],
    };
  }
}
