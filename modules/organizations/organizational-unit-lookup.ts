import { DataAwsOrganizationsOrganizationalUnits } from '@cdktf/provider-aws/lib/data-aws-organizations-organizational-units';
import { TerraformLocal, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface OrganizationalUnitLookupProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** Id of the organization's root. */
  readonly rootId: string;
  /** Path of the unit below the root, such as `workloads/production`. */
  readonly path: string;
  /** What to run when the unit is not there, such as `npx cdktf deploy organization`. */
  readonly remedy: string;
}

/**
 * Finds an organizational unit by its path, one level after the other. A unit that is not there stops the
 * plan with a sentence that says what to run.
 */
export class OrganizationalUnitLookup extends Construct {
  readonly unitId: string;

  constructor(scope: Construct, id: string, props: OrganizationalUnitLookupProps) {
    super(scope, id);
    let parentId = props.rootId;
    const names = props.path.split('/');

    names.forEach((name, depth) => {
      // The id names the depth, not the unit: moving an account to another unit must not change addresses.
      const level = `level-${depth + 1}`;
      const path = names.slice(0, depth + 1).join('/');
      const quoted = JSON.stringify(name);
      const children = new DataAwsOrganizationsOrganizationalUnits(this, level, {
        provider: props.provider,
        parentId,
        lifecycle: {
          postcondition: [
            {
              condition: `\${contains([for unit in self.children : unit.name], ${quoted})}`,
              errorMessage: `organizational unit ${path} is not in this organization; make it with: ${props.remedy}`,
            },
          ],
        },
      });
      const unit = new TerraformLocal(
        this,
        `${level}-id`,
        `\${one([for unit in ${children.fqn}.children : unit.id if unit.name == ${quoted}])}`,
      );
      parentId = unit.asString;
    });
    this.unitId = parentId;
  }
}
