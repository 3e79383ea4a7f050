import { ServiceError } from '../aws-error';
import { type Shapes, checkInput } from '../input-shape';
import { type JsonInput, jsonService, now } from '../json-service';
import type { MotoClient } from '../moto-client';
import { type Organization, constraintViolation } from '../organization';
import { pageOf } from '../page';
import { principalOf } from './organizations-service-access';

const account: Shapes = { AccountId: { isRequired: true, max: 12, pattern: /\d{12}/ } };

interface Account {
  readonly Id: string;
  readonly [field: string]: unknown;
}

/**
 * Member accounts that administer a service for the organization; moto knows six services only.
 *
 * Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_RegisterDelegatedAdministrator.html
 */
export function organizationsDelegatedAdministrators(organization: Organization) {
  const { delegatedSince } = organization;
  return jsonService({
    name: 'organizations-delegated-administrators',
    service: 'organizations',
    actions: {
      async RegisterDelegatedAdministrator(input, _, moto) {
        const principal = principalOf(input);
        const { Id } = await member(input, moto);
        if (!organization.trusts(principal))
          throw constraintViolation(
            'You attempted to register a delegated administrator before you enabled service access.',
          );
        const services = delegatedSince.get(Id) ?? new Map<string, number>();
        if (services.has(principal)) throw refused('AccountAlreadyRegisteredException', 'already');
        delegatedSince.set(Id, services.set(principal, now()));
        return {};
      },
      async DeregisterDelegatedAdministrator(input, _, moto) {
        const principal = principalOf(input);
        const { Id } = await member(input, moto);
        const services = delegatedSince.get(Id);
        if (services?.delete(principal) !== true) throw refused('AccountNotRegisteredException', 'not');
        if (services.size === 0) delegatedSince.delete(Id);
        return {};
      },
      async ListDelegatedAdministrators(input, _, moto) {
        const principal = input.ServicePrincipal === undefined ? undefined : principalOf(input);
        const wanted = [...delegatedSince].filter(
          ([, services]) => principal === undefined || services.has(principal),
        );
        const { items, NextToken } = pageOf(wanted, input, 20);
        const accounts = items.map(async ([AccountId, services]) => ({
          ...(await member({ AccountId }, moto)),
          DelegationEnabledDate: Math.min(...services.values()),
        }));
        return { DelegatedAdministrators: await Promise.all(accounts), NextToken };
      },
      async ListDelegatedServicesForAccount(input, _, moto) {
        const { Id } = await member(input, moto);
        const services = delegatedSince.get(Id);
        if (services === undefined) throw refused('AccountNotRegisteredException', 'not');
        const { items, NextToken } = pageOf([...services], input, 20);
        const delegated = items.map(([ServicePrincipal, DelegationEnabledDate]) => ({
          ServicePrincipal,
          DelegationEnabledDate,
        }));
        return { DelegatedServices: delegated, NextToken };
      },
    },
  });
}

/** The account that a call is about. The management account needs nothing to be delegated to it. */
async function member(input: JsonInput, moto: MotoClient): Promise<Account> {
  checkInput(input, account, { code: 'InvalidInputException' });
  if (input.AccountId === moto.managementAccountId)
    throw constraintViolation(
      'You cannot register master account/yourself as delegated administrator for your organization.',
    );
  const target = 'AWSOrganizationsV20161128.DescribeAccount';
  const found = await moto
    .ask<{ Account?: Account }>('organizations', target, { AccountId: input.AccountId })
    .catch((): { Account?: Account } => ({}));
  if (found.Account !== undefined) return found.Account;
  const message = "You specified an account that doesn't exist.";
  throw new ServiceError({ code: 'AccountNotFoundException', message });
}

function refused(code: string, how: 'already' | 'not'): ServiceError {
  const what = how === 'already' ? 'already a' : 'not a registered';
  return new ServiceError({
    code,
    message: `The provided account is ${what} delegated administrator for your organization.`,
  });
}
