import { accountContacts, budgetSubscribers } from '../../config/account-contacts';
import { environmentConfig, organizationConfig } from '../support/config';

const contact = (name: string) => ({ name, title: 'T', email: `${name}@acme.io`, phone: '112' });
const organization = organizationConfig({
  contacts: { security: contact('security'), billing: contact('billing') },
});
const stage = (account: object, overrides: object = {}) =>
  environmentConfig('two', {
    account: { name: 'two', email: 'two@acme.io', unit: 'workloads', ...account },
    ...overrides,
  });

describe('contacts of an account', () => {
  it('are those of the organization, and its own in place of them', () => {
    const own = stage({ contacts: { security: contact('own'), operations: contact('operations') } });
    expect(accountContacts(organization, own)).toEqual({
      security: contact('own'),
      billing: contact('billing'),
      operations: contact('operations'),
    });
  });
});

describe('who is told about a budget', () => {
  const monitoring = { subscribers: Array.from({ length: 12 }, (_, index) => `a${index}@acme.io`) };

  it('is who is named there', () => {
    const own = stage({ budget: { subscribers: ['b@acme.io'] } }, { monitoring });
    expect(budgetSubscribers(organization, own)).toEqual(['b@acme.io']);
  });

  it('is else who is told of alarms, as many as AWS tells of a budget', () => {
    expect(budgetSubscribers(organization, stage({}, { monitoring }))).toEqual(
      monitoring.subscribers.slice(0, 10),
    );
  });

  it('is else the billing contact, and without one nobody', () => {
    expect(budgetSubscribers(organization, stage({}))).toEqual(['billing@acme.io']);
    expect(budgetSubscribers(organizationConfig(), stage({}))).toEqual([]);
  });
});
