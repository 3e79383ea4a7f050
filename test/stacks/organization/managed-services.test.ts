import { managedServices } from '../../../stacks/organization/managed-services';
import { organizationConfig } from '../../support/config';

const said = (overrides: Record<string, unknown>) => managedServices(organizationConfig(overrides));

describe('what the organization stack says it manages', () => {
  it('only reads the organization of another team', () => {
    expect(said({})).toEqual({
      organization: 'read',
      units: 'managed',
      service_control_policies: 'not managed',
      tag_policy: 'not managed',
      trail: 'not managed',
      guardduty: 'not managed',
      security_hub: 'not managed',
      access_analyzer: 'not managed',
      cost_anomalies: 'not managed',
    });
  });

  it('leaves to Control Tower what watches the accounts', () => {
    expect(
      said({ organization: { controlTower: true }, policies: { workloads: ['deny-public-s3'] } }),
    ).toMatchObject({
      service_control_policies: 'managed',
      trail: 'left to Control Tower',
      guardduty: 'left to Control Tower',
    });
  });

  it('watches the accounts of an organization of our own', () => {
    expect(said({ organization: { managed: true } })).toMatchObject({
      organization: 'managed',
      trail: 'managed',
      guardduty: 'not managed',
    });
    expect(said({ organization: { managed: true }, audit: { accountId: '444455556666' } })).toMatchObject({
      guardduty: 'managed',
      security_hub: 'managed',
      access_analyzer: 'managed',
    });
  });

  it('leaves out what the file says no to', () => {
    expect(said({ organization: { managed: true }, audit: { trail: false } })).toMatchObject({
      trail: 'not managed',
    });
  });
});
