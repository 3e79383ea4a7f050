import { OrganizationsAccount } from '@cdktf/provider-aws/lib/organizations-account';
import type { Precondition, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface AccountProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** Name of the account, 1 to 50 characters. */
  readonly name: string;
  /** Address of the root user, unique in all of AWS. Another address would be another account. */
  readonly email: string;
  /** Id of the organizational unit the account belongs to. */
  readonly unitId: string;
  /**
   * Role that Organizations makes in a new account and that the management account may assume. Only read
   * when the account is created.
   */
  readonly roleName: string;
  /**
   * Id of an account that exists already and shall be adopted into the state instead of created. Once it is
   * in the state the id has no further effect.
   *
   * @default - the account is created
   */
  readonly accountId?: string;
  readonly tags: Readonly<Record<string, string>>;
  /**
   * What must hold before anything is planned of it.
   *
   * @default - nothing
   */
  readonly conditions?: readonly Precondition[];
}

/**
 * A member account. It can be created or adopted, renamed, tagged and moved to another unit; nothing here
 * ever closes it or removes it from the organization.
 *
 * Source: `aws_organizations_account`, CreateAccount
 * (https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccount.html).
 */
export class Account extends Construct {
  readonly accountId: string;

  constructor(scope: Construct, id: string, props: AccountProps) {
    super(scope, id);
    const account = new OrganizationsAccount(this, 'account', {
      provider: props.provider,
      name: props.name,
      email: props.email,
      parentId: props.unitId,
      roleName: props.roleName,
      // Without IAM access to billing, nobody but the root user could ever see what the account costs.
      iamUserAccessToBilling: 'ALLOW',
      closeOnDeletion: false,
      tags: { ...props.tags },
      lifecycle: {
        // Deleting the resource would take the account out of the organization, and an account whose move
        // to its unit failed is tainted: the next run would delete it
        // (hashicorp/terraform-provider-aws#24897).
        preventDestroy: true,
        // AWS does not tell these back, so after an import they would look like a reason to replace the
        // account.
        ignoreChanges: ['role_name', 'iam_user_access_to_billing'],
        ...(props.conditions && { precondition: [...props.conditions] }),
      },
    });
    if (props.accountId !== undefined) account.importFrom(props.accountId, props.provider);
    this.accountId = account.id;
  }
}
