import { DataAwsOrganizationsOrganization } from '@cdktf/provider-aws/lib/data-aws-organizations-organization';
import { DataAwsSsmParametersByPath } from '@cdktf/provider-aws/lib/data-aws-ssm-parameters-by-path';
import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { type Precondition, TerraformLocal, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface AccountRecordProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** Path in Parameter Store that is this account's alone, without a slash at the end. */
  readonly path: string;
  /** What the account is called where it is looked after; named when nobody does any more. */
  readonly owner: string;
  readonly name: string;
  /** Root e-mail address that the account shall have. */
  readonly email: string;
  readonly lifecycle: string;
  /** Where the way to another e-mail address is described; continues a sentence. */
  readonly emailRemedy: string;
  /** File that says all this, such as `environments/sandbox.yaml`. */
  readonly file: string;
  /**
   * Id of the account, where the file gives it: one that exists already, and is adopted.
   *
   * @default - the account is made
   */
  readonly accountId?: string;
}

/**
 * Remembers, beside an account, whose it is, and keeps another e-mail address from becoming another account: for
 * Terraform that is a reason to replace it, and `prevent_destroy` refuses without saying why.
 *
 * Which address AWS has is asked only when the record has another one, and when an account without a record is adopted:
 * provider 5 learns it only by listing all accounts of the organization.
 */
export class AccountRecord extends Construct {
  /** What must hold before the account is planned. */
  readonly conditions: readonly Precondition[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AccountRecordProps,
  ) {
    super(scope, id);
    const recorded = new DataAwsSsmParametersByPath(this, 'recorded', {
      provider: props.provider,
      path: props.path,
    });
    const record = new TerraformLocal(
      this,
      'record',
      `\${one([for value in nonsensitive(${recorded.fqn}.values) : jsondecode(value)])}`,
    );
    const email = JSON.stringify(props.email);
    const { accountId } = props;
    const organization = new DataAwsOrganizationsOrganization(this, 'organization', {
      provider: props.provider,
      // Here, and not before the account: Terraform would import it first, and fail for want of it with a riddle.
      ...(accountId !== undefined && {
        lifecycle: { postcondition: adoptable(props, accountId, record.fqn) },
      }),
    });
    const unrecorded = accountId === undefined ? email : 'null';
    organization.addOverride('count', `\${try(${record.fqn}.email, ${unrecorded}) == ${email} ? 0 : 1}`);
    const found = `flatten(${organization.fqn}[*].accounts)`;
    this.conditions = [
      {
        condition:
          `\${${record.fqn} == null || length(${found}) == 0 || ` +
          `anytrue([for account in ${found} : account.id == try(${record.fqn}.accountId, "") && account.email == ${email}])}`,
        errorMessage:
          `the account of ${props.owner} has the root e-mail \${try(${record.fqn}.email, "")}, ` +
          `and the configuration says ${props.email}: another address would be another account; ${props.emailRemedy}`,
      },
      ...(accountId === undefined ? [] : [sameAccount(props, accountId, record.fqn)]),
    ];
  }

  /** Writes the record, once the account is there. */
  keep(accountId: string): void {
    const { provider, path, owner, name, email, lifecycle } = this.props;
    new SsmParameter(this, 'parameter', {
      provider,
      name: `${path}/account`,
      description: 'An account that landing-zone looks after',
      type: 'String',
      insecureValue: JSON.stringify({ owner, accountId, name, email, lifecycle }),
    });
  }
}

/** What must hold of an account that nobody looks after yet. AWS compares addresses as they are written. */
function adoptable({ email, file }: AccountRecordProps, accountId: string, record: string): Precondition[] {
  const addresses = `[for account in self.accounts : account.email if account.id == "${accountId}"]`;
  return [
    {
      condition: `\${${record} != null || length(${addresses}) == 1}`,
      errorMessage: `account ${accountId} is not in this organization; correct account.id in ${file}, or invite the account first`,
    },
    {
      condition: `\${${record} != null || alltrue([for address in ${addresses} : address == ${JSON.stringify(email)}])}`,
      errorMessage:
        `account ${accountId} has the root e-mail \${join("", ${addresses})}, and account.email in ${file} says ` +
        `${email}: to adopt it, write the address there exactly as AWS has it, or correct account.id`,
    },
  ];
}

/** Terraform does not look at the id any more once it has an account, and the stage goes to the account with the id. */
function sameAccount({ owner, file }: AccountRecordProps, accountId: string, record: string): Precondition {
  return {
    condition: `\${try(${record}.accountId, "${accountId}") == "${accountId}"}`,
    errorMessage:
      `the account of ${owner} is \${try(${record}.accountId, "")}, and account.id in ${file} says ${accountId}; ` +
      'correct the id, or remove the line',
  };
}
