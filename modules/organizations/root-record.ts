import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface RootRecordProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** Path in Parameter Store of this record alone, without a slash at the end. */
  readonly path: string;
  /** Id of the organization's root. */
  readonly rootId: string;
}

/**
 * Remembers the id of the organization's root, which never changes: AWS provider 5 learns it only by listing every
 * account as well.
 */
export class RootRecord extends Construct {
  constructor(scope: Construct, id: string, props: RootRecordProps) {
    super(scope, id);
    new SsmParameter(this, 'parameter', {
      provider: props.provider,
      name: `${props.path}/id`,
      description: 'Id of the root of the organization',
      type: 'String',
      insecureValue: props.rootId,
    });
  }
}
