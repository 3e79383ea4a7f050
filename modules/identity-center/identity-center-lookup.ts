import { DataAwsSsoadminInstances } from '@cdktf/provider-aws/lib/data-aws-ssoadmin-instances';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface IdentityCenterLookupProps {
  /** Provider with credentials of the management account, in the region of IAM Identity Center. */
  readonly provider: TerraformProvider;
  /** What to do when there is no IAM Identity Center in the provider's region. */
  readonly remedy: string;
}

/**
 * Finds the organization's instance of IAM Identity Center, of which there is one, in one region. It is never
 * created: AWS enables it for an organization in the console. Where there is none, the plan stops with a sentence
 * that says what to do.
 */
export class IdentityCenterLookup extends Construct {
  readonly instanceArn: string;
  readonly identityStoreId: string;

  constructor(scope: Construct, id: string, { provider, remedy }: IdentityCenterLookupProps) {
    super(scope, id);
    const instances = new DataAwsSsoadminInstances(this, 'instances', {
      provider,
      lifecycle: {
        postcondition: [
          {
            condition: '${length(self.identity_store_ids) == 1}',
            errorMessage: `there is no IAM Identity Center in this region; ${remedy}`,
          },
        ],
      },
    });
    this.instanceArn = `\${one(${instances.fqn}.arns)}`;
    this.identityStoreId = `\${one(${instances.fqn}.identity_store_ids)}`;
  }
}
