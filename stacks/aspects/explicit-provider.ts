import { Annotations, type IAspect, TerraformDataSource, TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';

/**
 * Every resource and data source names its provider. One that does not would use an unconfigured default
 * provider, that is, whatever credentials the deploying machine has, and might land in the wrong account.
 * cdktf itself only checks that some provider of the type exists.
 */
export class ExplicitProvider implements IAspect {
  visit(node: IConstruct): void {
    if (!(node instanceof TerraformResource) && !(node instanceof TerraformDataSource)) return;
    // `terraform_data` and `terraform_remote_state` belong to Terraform and have no provider to name.
    if (node.terraformResourceType.startsWith('terraform_')) return;
    if (node.provider === undefined) {
      Annotations.of(node).addError(
        `${node.terraformResourceType} names no provider and would use the credentials of the machine; pass provider`,
      );
    }
  }
}
