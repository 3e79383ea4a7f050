import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import type { EnvironmentConfig, OrganizationConfig } from '../config';
import { Account } from '../modules/organizations/account';
import { OrganizationLookup } from '../modules/organizations/organization-lookup';
import { OrganizationalUnitLookup } from '../modules/organizations/organizational-unit-lookup';
import { addAccess } from './account/access';
import { LandingZoneStack } from './landing-zone-stack';
import { managementProvider } from './providers';

export interface AccountStackProps {
  readonly organization: OrganizationConfig;
  readonly environment: EnvironmentConfig;
}

/** Stack that holds the account of a stage. */
export const accountStackId = (stage: string): string => `${stage}-account`;

/** `<stage>-account`: the AWS account of a stage, made or adopted with credentials of the management account. */
export class AccountStack extends LandingZoneStack {
  constructor(scope: Construct, props: AccountStackProps) {
    const { organization, environment } = props;
    super(scope, accountStackId(environment.stage), { organization });
    const provider = managementProvider(this, organization);

    const { rootId } = new OrganizationLookup(this, 'organization-lookup', { provider });
    const { unitId } = new OrganizationalUnitLookup(this, 'unit-lookup', {
      provider,
      rootId,
      path: environment.account.unit,
      remedy: 'cdktf deploy organization',
    });
    const account = new Account(this, 'account', {
      provider,
      name: environment.account.name,
      email: environment.account.email,
      unitId,
      roleName: environment.account.deployRole,
      accountId: environment.account.id,
      tags: { Stage: environment.stage, ...environment.tags, ...environment.account.tags },
    });

    addAccess(this, { organization, environment, accountId: account.accountId });

    new TerraformOutput(this, 'account_id', { value: account.accountId });
  }
}
