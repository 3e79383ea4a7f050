import type { EnvironmentConfig } from './schema/environment';
import type { AccountContacts } from './schema/account-contacts';
import type { OrganizationConfig } from './schema/organization';
import type { Path } from './source/location';
import type { Draft } from './validate/draft';

/** An e-mail address and where it stands. */
export interface PlacedAddress {
  readonly address: string;
  readonly path: Path;
}

/** Addresses that are told of one thing, and where they stand. */
export interface SubscriberList {
  readonly path: Path;
  readonly addresses: readonly (string | undefined)[];
}

interface PossibleAddress {
  readonly address: string | undefined;
  readonly path: Path;
}

/** Every e-mail address that a stage has, with its place. */
export function emailAddresses(stage: Draft<EnvironmentConfig>): PlacedAddress[] {
  const { account } = stage;
  return given([
    { address: account?.email, path: ['account', 'email'] },
    ...contactAddresses(account?.contacts, ['account', 'contacts']),
    ...stageSubscribers(stage).flatMap(listed),
  ]);
}

/** Every e-mail address of organization.yaml, with its place. */
export function organizationEmailAddresses(organization: Draft<OrganizationConfig>): PlacedAddress[] {
  return given([
    ...contactAddresses(organization.contacts, ['contacts']),
    ...organizationSubscribers(organization).flatMap(listed),
  ]);
}

/** Whom a stage tells of alarms and of its budget. */
export function stageSubscribers({ account, monitoring }: Draft<EnvironmentConfig>): SubscriberList[] {
  return [
    { path: ['account', 'budget', 'subscribers'], addresses: account?.budget?.subscribers ?? [] },
    { path: ['monitoring', 'subscribers'], addresses: monitoring?.subscribers ?? [] },
  ];
}

/** Whom the organization tells of emergencies and of unusual costs. */
export function organizationSubscribers({
  identity,
  costAnomalies,
}: Draft<OrganizationConfig>): SubscriberList[] {
  return [
    { path: ['identity', 'breakGlass', 'subscribers'], addresses: identity?.breakGlass?.subscribers ?? [] },
    { path: ['costAnomalies', 'subscribers'], addresses: costAnomalies?.subscribers ?? [] },
  ];
}

function contactAddresses(contacts: Draft<AccountContacts> | undefined, path: Path): PossibleAddress[] {
  return Object.entries(contacts ?? {}).map(([about, contact]) => ({
    address: contact?.email,
    path: [...path, about, 'email'],
  }));
}

function listed({ path, addresses }: SubscriberList): PossibleAddress[] {
  return addresses.map((address, index) => ({ address, path: [...path, index] }));
}

function given(addresses: readonly PossibleAddress[]): PlacedAddress[] {
  return addresses.flatMap(({ address, path }) => (address === undefined ? [] : [{ address, path }]));
}
