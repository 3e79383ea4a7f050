import { DataAwsOrganizationsOrganization } from '@cdktf/provider-aws/lib/data-aws-organizations-organization';
import { TerraformLocal, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface AccountLookupProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** Root e-mail address of the account, compared without regard to case. */
  readonly email: string;
  /** What to run when there is no such account, such as `npx cdktf deploy sandbox-account`. */
  readonly remedy: string;
}

/**
 * Finds an account of the organization by its root e-mail address. The id is known while planning, so a
 * provider can assume a role in the account. An account that is not there, or not active, stops the plan
 * with a sentence that says what to run.
 */
export class AccountLookup extends Construct {
  readonly accountId: string;

  constructor(scope: Construct, id: string, props: AccountLookupProps) {
    super(scope, id);
    // AWS no longer tells `Status` (retired 2026-09-09 in favour of `State`, which provider 5 does not read;
    // hashicorp/terraform-provider-aws#44803), so an empty one says nothing and only a bad one counts.
    const isTheAccount =
      `lower(account.email) == ${JSON.stringify(props.email.toLowerCase())} && ` +
      `!contains(["SUSPENDED", "PENDING_CLOSURE"], coalesce(account.status, "ACTIVE"))`;
    const organization = new DataAwsOrganizationsOrganization(this, 'organization', {
      provider: props.provider,
      lifecycle: {
        postcondition: [
          {
            condition: `\${length([for account in self.accounts : account.id if ${isTheAccount}]) == 1}`,
            errorMessage:
              `no active account with root e-mail ${props.email} is in this organization; ` +
              `create it with: ${props.remedy}`,
          },
        ],
      },
    });
    const accountId = new TerraformLocal(
      this,
      'account-id',
      `\${one([for account in ${organization.fqn}.accounts : account.id if ${isTheAccount}])}`,
    );
    this.accountId = accountId.asString;
  }
}
