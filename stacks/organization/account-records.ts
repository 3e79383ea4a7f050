import type { TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../../config';
import { RecordedAccounts } from '../../modules/organizations/recorded-accounts';
import { RootRecord } from '../../modules/organizations/root-record';
import { ACCOUNT_RECORDS, recordOwner, ROOT_RECORD } from '../account/records';

/** What account stacks find here, and the check that each account which they made still has its file. */
export function addAccountRecords(
  scope: Construct,
  provider: TerraformProvider,
  { rootId, stages }: { readonly rootId: string; readonly stages: readonly EnvironmentConfig[] },
): void {
  new RootRecord(scope, 'root-record', { provider, path: ROOT_RECORD, rootId });
  new RecordedAccounts(scope, 'recorded-accounts', {
    provider,
    path: ACCOUNT_RECORDS,
    owners: stages.map(({ stage }) => recordOwner(stage)),
    remedy:
      'removing a file closes no account: put environments/<stage>.yaml back, and see docs/runbooks/close-account.md',
  });
}
