import { DelegatedServices } from '../../../modules/organizations/delegated-services';
import { synthModule } from '../../support/synth';
import { addresses, onlyResource } from '../../support/terraform-json';

const synthServices = (isDelegated: boolean) =>
  synthModule((stack, provider) => {
    new DelegatedServices(stack, 'services', {
      provider,
      auditAccountId: '444455556666',
      isGuardDutyDelegated: isDelegated,
      isSecurityHubDelegated: isDelegated,
      isAccessAnalyzerDelegated: isDelegated,
    });
  });

describe('DelegatedServices', () => {
  it('gives each service to the audit account', () => {
    const json = synthServices(true);
    for (const type of ['guardduty', 'securityhub'])
      expect(onlyResource(json, `aws_${type}_organization_admin_account`)).toMatchObject({
        admin_account_id: '444455556666',
      });
    expect(onlyResource(json, 'aws_organizations_delegated_administrator')).toMatchObject({
      account_id: '444455556666',
      service_principal: 'access-analyzer.amazonaws.com',
    });
  });

  it('makes nothing of what is not delegated', () => {
    expect(addresses(synthServices(false))).toEqual([]);
  });
});
