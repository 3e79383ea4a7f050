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
}

/**
 * Remembers, beside an account, whose it is, and keeps another e-mail address from becoming another account: for
 * Terraform that is a reason to replace it, and `prevent_destroy` refuses without saying why.
 *
 * Whether the address was changed in AWS is asked only when the record has another one, because AWS tells it
 * only by listing all accounts of the organization.
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
    const organization = new DataAwsOrganizationsOrganization(this, 'organization', {
      provider: props.provider,
    });
    organization.addOverride('count', `\${try(${record.fqn}.email, ${email}) == ${email} ? 0 : 1}`);
    const found = `flatten(${organization.fqn}[*].accounts)`;
    this.conditions = [
      {
        condition:
          `\${length(${found}) == 0 || ` +
          `anytrue([for account in ${found} : account.id == ${record.fqn}.accountId && account.email == ${email}])}`,
        errorMessage:
          `the account of ${props.owner} has the root e-mail \${try(${record.fqn}.email, "")}, ` +
          `and the configuration says ${props.email}: another address would be another account; ${props.emailRemedy}`,
      },
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
