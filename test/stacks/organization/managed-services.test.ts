import { managedServices } from '../../../stacks/organization/managed-services';
import { organizationConfig } from '../../support/config';

const said = (overrides: Record<string, unknown>, ...regions: string[]) =>
  managedServices(
    organizationConfig(overrides),
    regions.map((region) => ({ region })),
  );

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
      ci_roles: 'not managed',
      ci_oidc_provider: 'not managed',
      state_bucket: 'none',
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
  });

  it('says in which regions they are watched, where that differs by region', () => {
    const audited = { organization: { managed: true }, audit: { accountId: '444455556666' } };
    expect(said(audited, 'eu-central-1', 'eu-west-1', 'eu-central-1')).toMatchObject({
      guardduty: 'managed in eu-west-1, eu-central-1',
      security_hub: 'managed in eu-west-1, eu-central-1',
      access_analyzer: 'managed',
    });
  });

  it('leaves out what the file says no to', () => {
    expect(said({ organization: { managed: true }, audit: { trail: false } })).toMatchObject({
      trail: 'not managed',
    });
  });

  it('says what of the pipelines is made here, and what is found', () => {
    const github = { repository: 'acme/platform' };
    expect(said({ ci: { github } })).toMatchObject({ ci_roles: 'managed', ci_oidc_provider: 'managed' });
    expect(said({ ci: { github, existingProvider: true } })).toMatchObject({
      ci_roles: 'managed',
      ci_oidc_provider: 'read',
    });
    const state = { backend: 's3', bucket: 'our-state' };
    expect(said({ state })).toMatchObject({ state_bucket: 'used' });
    expect(said({ state: { ...state, managed: true } })).toMatchObject({
      state_bucket: 'managed by stack state',
    });
  });
});
