import { Testing } from 'cdktf';
import type { EnvironmentConfig } from '../../config';
import { AccountStack } from '../../stacks/account-stack';
import { environmentConfig, organizationConfig } from '../support/config';
import { synthStack } from '../support/synth';
import { addresses, onlyResource, resourcesOf, type TerraformJson } from '../support/terraform-json';

const contact = (name: string) => ({ name, title: 'T', email: `${name}@example.com`, phone: '112' });
const organization = organizationConfig({
  units: ['workloads/non-production', 'parked/suspended'],
  suspendedUnit: 'parked/suspended',
  contacts: { security: contact('security') },
});

const stage = (account: object = {}): EnvironmentConfig =>
  environmentConfig('sandbox', {
    account: {
      name: 'data-sandbox',
      email: 'aws+data-sandbox@example.com',
      unit: 'workloads/non-production',
      ...account,
    },
  });

const synthAccount = (account: object = {}) =>
  synthStack(new AccountStack(Testing.app(), { organization, environment: stage(account) }));

/** Messages of the lookups of the unit, which name its path. */
const unit = (json: TerraformJson) =>
  Object.values(json.data?.['aws_organizations_organizational_units'] ?? {}).map((level) =>
    JSON.stringify(level['lifecycle']),
  );

describe('AccountStack', () => {
  it('gives the account its contacts, its budget and its record', () => {
    const json = synthAccount({ contacts: { billing: contact('billing') } });
    expect(
      resourcesOf(json, 'aws_account_alternate_contact').map((each) => each['alternate_contact_type']),
    ).toEqual(['BILLING', 'SECURITY']);
    expect(onlyResource(json, 'aws_budgets_budget')).toMatchObject({ name: 'sandbox-monthly' });
    expect(onlyResource(json, 'aws_ssm_parameter')).toMatchObject({
      name: '/landing-zone/accounts/sandbox/account',
    });
  });

  it('puts a suspended account into the suspended unit, at the same addresses', () => {
    const active = synthAccount();
    const suspended = synthAccount({ lifecycle: 'suspended' });
    expect(unit(active).at(-1)).toContain('unit workloads/non-production is not');
    expect(unit(suspended).at(-1)).toContain('unit parked/suspended is not');
    expect(addresses(suspended)).toEqual(addresses(active));
  });

  it('lets go of a closing account and its contacts at the addresses they had, and deletes neither', () => {
    const before = synthAccount({ id: '111122223333' });
    const after = synthAccount({ id: '111122223333', lifecycle: 'closing' }) as TerraformJson & {
      readonly removed: { from: string; lifecycle: object }[];
    };
    const kept = addresses(before).filter((address) =>
      /^aws_(?:organizations_account|account_alternate_contact)\./.test(address),
    );
    expect(kept).toHaveLength(2);
    expect(after.removed.map(({ from }) => from).sort()).toEqual(kept.sort());
    for (const { lifecycle } of after.removed) expect(lifecycle).toEqual({ destroy: false });
    expect(after.resource).toBeUndefined();
    expect(after.import).toBeUndefined();
  });
});
