import { DataAwsSsmParametersByPath } from '@cdktf/provider-aws/lib/data-aws-ssm-parameters-by-path';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface RecordedAccountsProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** Path in Parameter Store below which all accounts are recorded, without a slash at the end. */
  readonly path: string;
  /** Owners that there are. */
  readonly owners: readonly string[];
  /** What to do about an account whose owner is gone; continues a sentence. */
  readonly remedy: string;
}

/**
 * Refuses a plan while an account is recorded whose owner the configuration no longer has: nothing plans such an
 * account any more, and nobody would notice that it is still there, and still paid for.
 */
export class RecordedAccounts extends Construct {
  constructor(scope: Construct, id: string, props: RecordedAccountsProps) {
    super(scope, id);
    const records = '[for value in nonsensitive(self.values) : jsondecode(value)]';
    const owners = JSON.stringify([...props.owners].sort());
    const named = 'format("%s (%s, %s) of %s", record.name, record.accountId, record.email, record.owner)';
    const lost = `[for record in ${records} : ${named} if !contains(${owners}, record.owner)]`;
    new DataAwsSsmParametersByPath(this, 'recorded', {
      provider: props.provider,
      path: props.path,
      recursive: true,
      lifecycle: {
        postcondition: [
          {
            condition: `\${length(${lost}) == 0}`,
            errorMessage: `the account \${join(", the account ", ${lost})} is still there, and its file is gone; ${props.remedy}`,
          },
        ],
      },
    });
  }
}
