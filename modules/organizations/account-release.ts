import { DataAwsSsmParametersByPath } from '@cdktf/provider-aws/lib/data-aws-ssm-parameters-by-path';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface AccountReleaseProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** Path of the account's record in Parameter Store, without a slash at the end. */
  readonly path: string;
  /** What to do first when the account is still in use; continues a sentence. */
  readonly remedy: string;
}

/** Lets an account go only once its record says that it is suspended, or when there is no record any more. */
export class AccountRelease extends Construct {
  constructor(scope: Construct, id: string, props: AccountReleaseProps) {
    super(scope, id);
    const records = '[for value in nonsensitive(self.values) : jsondecode(value)]';
    new DataAwsSsmParametersByPath(this, 'recorded', {
      provider: props.provider,
      path: props.path,
      lifecycle: {
        postcondition: [
          {
            condition: `\${alltrue([for record in ${records} : record.lifecycle == "suspended"])}`,
            errorMessage: `the account \${join(", ", [for record in ${records} : format("%s (%s)", record.name, record.accountId)])} is still in use; ${props.remedy}`,
          },
        ],
      },
    });
  }
}
