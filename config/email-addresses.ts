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

interface PossibleAddress {
  readonly address: string | undefined;
  readonly path: Path;
}

/** Every e-mail address that a stage has, with its place. */
export function emailAddresses(stage: Draft<EnvironmentConfig>): PlacedAddress[] {
  const { account, monitoring } = stage;
  return given([
    { address: account?.email, path: ['account', 'email'] },
    ...contactAddresses(account?.contacts, ['account', 'contacts']),
    ...listed(account?.budget?.subscribers, ['account', 'budget', 'subscribers']),
    ...listed(monitoring?.subscribers, ['monitoring', 'subscribers']),
  ]);
}

/** Every e-mail address of organization.yaml, with its place. */
export function organizationEmailAddresses(organization: Draft<OrganizationConfig>): PlacedAddress[] {
  return given([
    ...contactAddresses(organization.contacts, ['contacts']),
    ...listed(organization.costAnomalies?.subscribers, ['costAnomalies', 'subscribers']),
  ]);
}

function contactAddresses(contacts: Draft<AccountContacts> | undefined, path: Path): PossibleAddress[] {
  return Object.entries(contacts ?? {}).map(([about, contact]) => ({
    address: contact?.email,
    path: [...path, about, 'email'],
  }));
}

function listed(addresses: readonly (string | undefined)[] | undefined, path: Path): PossibleAddress[] {
  return (addresses ?? []).map((address, index) => ({ address, path: [...path, index] }));
}

function given(addresses: readonly PossibleAddress[]): PlacedAddress[] {
  return addresses.flatMap(({ address, path }) => (address === undefined ? [] : [{ address, path }]));
}
