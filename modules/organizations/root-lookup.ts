import { DataAwsOrganizationsOrganization } from '@cdktf/provider-aws/lib/data-aws-organizations-organization';
import { DataAwsSsmParametersByPath } from '@cdktf/provider-aws/lib/data-aws-ssm-parameters-by-path';
import { TerraformLocal, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface RootLookupProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** Path of the record in Parameter Store, without a slash at the end. */
  readonly path: string;
}

/**
 * Finds the root of the organization by its record, in calls that do not grow with the organization. Without a
 * record the organization is asked, and with it AWS lists every account.
 */
export class RootLookup extends Construct {
  /** Id of the root, the parent of the topmost units. */
  readonly rootId: string;

  constructor(scope: Construct, id: string, props: RootLookupProps) {
    super(scope, id);
    const recorded = new DataAwsSsmParametersByPath(this, 'recorded', {
      provider: props.provider,
      path: props.path,
    });
    const record = new TerraformLocal(this, 'record', `\${one(nonsensitive(${recorded.fqn}.values))}`);
    const organization = new DataAwsOrganizationsOrganization(this, 'organization', {
      provider: props.provider,
    });
    organization.addOverride('count', `\${${record.fqn} == null ? 1 : 0}`);
    const rootId = new TerraformLocal(
      this,
      'root-id',
      `\${one(concat(${record.fqn}[*], ${organization.fqn}[*].roots[0].id))}`,
    );
    this.rootId = rootId.asString;
  }
}
