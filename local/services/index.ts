import type { AccountDirectory } from '../account-directory';
import type { LocalService } from '../local-service';
import { assumeRole } from './assume-role';
import { organizationsAccounts } from './organizations-accounts';
import { unemulatedS3Configurations } from './unemulated-s3-configurations';

/** Everything that the local cloud answers before moto is asked, in the order in which it is tried. */
export function localServices(accounts: AccountDirectory): readonly LocalService[] {
  return [organizationsAccounts(), assumeRole(accounts), unemulatedS3Configurations];
}
