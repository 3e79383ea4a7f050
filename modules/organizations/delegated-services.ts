import { GuarddutyOrganizationAdminAccount } from '@cdktf/provider-aws/lib/guardduty-organization-admin-account';
import { OrganizationsDelegatedAdministrator } from '@cdktf/provider-aws/lib/organizations-delegated-administrator';
import { SecurityhubOrganizationAdminAccount } from '@cdktf/provider-aws/lib/securityhub-organization-admin-account';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface DelegatedServicesProps {
  /** Provider with credentials of the management account, in the region that is watched. */
  readonly provider: TerraformProvider;
  /** Account of whoever watches: a member account of the organization. */
  readonly auditAccountId: string;
  readonly isGuardDutyDelegated: boolean;
  readonly isSecurityHubDelegated: boolean;
  /** In one region only: IAM Access Analyzer has one administrator in all regions. */
  readonly isAccessAnalyzerDelegated: boolean;
  /**
   * What has to be there first: trusted access of the services, when it is given in the same run, and what was delegated
   * in another region.
   *
   * @default - nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Gives services that watch all accounts to an audit account: the people who watch need no access to the management
 * account. What they switch on is theirs to say.
 *
 * GuardDuty and Security Hub are delegated region by region, to the same account in each; here in the provider's. The
 * regions come one after the other: the first delegation also registers the account with the organization, which refuses
 * to be changed twice at once (ConcurrentModificationException of RegisterDelegatedAdministrator).
 *
 * Sources: "Designating a delegated GuardDuty administrator account"
 * (https://docs.aws.amazon.com/guardduty/latest/ug/delegated-admin-designate.html), "Designating a delegated administrator in
 * Security Hub" (https://docs.aws.amazon.com/securityhub/latest/userguide/designate-orgs-admin-account.html), "Delegated
 * administrator for IAM Access Analyzer"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-delegated-administrator.html).
 */
export class DelegatedServices extends Construct {
  /** For what must not be delegated at the same time. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: DelegatedServicesProps) {
    super(scope, id);
    const delegated: ITerraformDependable[] = [];
    const common = {
      provider: props.provider,
      ...(props.dependsOn ? { dependsOn: [...props.dependsOn] } : {}),
    };
    if (props.isGuardDutyDelegated)
      delegated.push(
        new GuarddutyOrganizationAdminAccount(this, 'guardduty', {
          ...common,
          adminAccountId: props.auditAccountId,
        }),
      );
    if (props.isSecurityHubDelegated)
      delegated.push(
        new SecurityhubOrganizationAdminAccount(this, 'security-hub', {
          ...common,
          adminAccountId: props.auditAccountId,
        }),
      );
    if (props.isAccessAnalyzerDelegated)
      delegated.push(
        new OrganizationsDelegatedAdministrator(this, 'access-analyzer', {
          ...common,
          accountId: props.auditAccountId,
          servicePrincipal: 'access-analyzer.amazonaws.com',
        }),
      );
    this.ready = delegated;
  }
}
