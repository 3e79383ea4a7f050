import { accountUnit } from '../../config';
import { Account, type AccountProps } from '../../modules/organizations/account';
import { AccountRecord } from '../../modules/organizations/account-record';
import { OrganizationalUnitLookup } from '../../modules/organizations/organizational-unit-lookup';
import { RootLookup } from '../../modules/organizations/root-lookup';
import type { AccountContext } from './account-context';
import { accountRecordPath, recordOwner, ROOT_RECORD } from './records';

/** The account of a stage, in the unit where its life cycle has it, and the record of it. */
export function addAccount(context: AccountContext): Account {
  const { scope, provider, organization, environment } = context;
  const { stage, account } = environment;
  const record = new AccountRecord(scope, 'record', {
    provider,
    path: accountRecordPath(stage),
    owner: recordOwner(stage),
    name: account.name,
    email: account.email,
    lifecycle: account.lifecycle,
    emailRemedy: 'change it in AWS first, as docs/runbooks/change-root-email.md says',
    file: `environments/${stage}.yaml`,
    accountId: account.id,
  });
  const { rootId } = new RootLookup(scope, 'organization-lookup', { provider, path: ROOT_RECORD });
  const { unitId } = new OrganizationalUnitLookup(scope, 'unit-lookup', {
    provider,
    rootId,
    path: accountUnit(organization, environment),
    remedy: 'npx cdktf deploy organization',
  });
  const props = accountProps(context, { unitId });
  const made = new Account(scope, 'account', { ...props, conditions: record.conditions });
  record.keep(made.accountId);
  return made;
}

/** The account as the file has it. */
export function accountProps(
  { provider, environment: { stage, account, tags } }: AccountContext,
  { unitId }: { readonly unitId: string },
): AccountProps {
  return {
    provider,
    name: account.name,
    email: account.email,
    unitId,
    roleName: account.deployRole,
    accountId: account.id,
    tags: { Stage: stage, ...tags, ...account.tags },
  };
}
