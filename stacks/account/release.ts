import { TerraformResource } from 'cdktf';
import { AccountRelease } from '../../modules/organizations/account-release';
import { Account } from '../../modules/organizations/account';
import { accountProps } from './account';
import type { AccountContext } from './account-context';
import { addContacts } from './contacts';
import { accountRecordPath } from './records';

/**
 * Lets go of a suspended account and its contacts, without deleting anything: `removed` blocks take them out of the
 * state. Budget and record go with the stack's other resources.
 */
export function releaseAccount(context: AccountContext): void {
  const { scope, provider, environment } = context;
  // Made only to learn their addresses, which must be those that they had.
  const account = new Account(scope, 'account', accountProps(context, { unitId: '' }));
  const held = [account, addContacts(context, account.accountId)];
  const addresses = held
    .flatMap((construct) => construct.node.findAll())
    .filter((node) => node instanceof TerraformResource)
    .map((resource) => `${resource.terraformResourceType}.${resource.friendlyUniqueId}`);
  for (const construct of held) scope.node.tryRemoveChild(construct.node.id);
  scope.addOverride(
    'removed',
    addresses.map((from) => ({ from, lifecycle: { destroy: false } })),
  );
  new AccountRelease(scope, 'release', {
    provider,
    path: accountRecordPath(environment.stage),
    remedy:
      'write account.lifecycle: suspended and deploy that first, as docs/runbooks/close-account.md says',
  });
}
