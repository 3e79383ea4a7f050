import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import type { EnvironmentConfig, GroupFiles, OrganizationConfig } from '../config';
import { addAccess } from './account/access';
import { addAccount } from './account/account';
import type { AccountContext } from './account/account-context';
import { addBudget } from './account/budget';
import { addContacts } from './account/contacts';
import { releaseAccount } from './account/release';
import { LandingZoneStack } from './landing-zone-stack';
import { identityCenterProvider, managementProvider } from './providers';

export interface AccountStackProps {
  readonly organization: OrganizationConfig;
  readonly environment: EnvironmentConfig;
  /**
   * Files that name each group.
   *
   * @default - the stage's own
   */
  readonly groupFiles?: GroupFiles;
}

/** Stack that holds the account of a stage. */
export const accountStackId = (stage: string): string => `${stage}-account`;

/** `<stage>-account`: the AWS account of a stage, made or adopted with credentials of the management account. */
export class AccountStack extends LandingZoneStack {
  constructor(scope: Construct, props: AccountStackProps) {
    const { organization, environment } = props;
    super(scope, accountStackId(environment.stage), { organization });
    const provider = managementProvider(this, organization);
    // Also where nobody has access: the state may still hold some, which Terraform takes away with this provider. It is
    // not even started where there is none.
    const identityCenter = identityCenterProvider(this, organization);
    const context: AccountContext = { scope: this, provider, organization, environment };

    if (environment.account.lifecycle === 'closing') {
      releaseAccount(context);
      return;
    }
    const account = addAccount(context);
    addContacts(context, account.accountId);
    addBudget(context, account.accountId);

    addAccess(this, {
      provider: identityCenter,
      organization,
      environment,
      accountId: account.accountId,
      groupFiles: props.groupFiles,
    });

    new TerraformOutput(this, 'account_id', { value: account.accountId });
  }
}
