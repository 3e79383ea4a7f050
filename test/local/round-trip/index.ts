import { accountSettings } from './account-settings';
import { catalog } from './catalog';
import { emr } from './emr';
import { keysAndBuckets } from './keys-and-buckets';
import { type MwaaChanges, mwaa } from './mwaa';
import { merged } from './resources';

/** What a second apply of the configuration makes different, all of it in place. */
export type RoundTripChanges = MwaaChanges;

/**
 * A Terraform configuration with everything that a data stage consists of, in one member account, written by
 * hand: it does not change when the modules do, and holds what they do not use.
 */
export function roundTrip(account: string, changes: RoundTripChanges = {}): object {
  return {
    terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } } },
    provider: {
      aws: {
        region: 'eu-west-1',
        assume_role: [
          { role_arn: `arn:aws:iam::${account}:role/OrganizationAccountAccessRole`, session_name: 'test' },
        ],
        default_tags: [{ tags: { ManagedBy: 'round-trip' } }],
      },
    },
    resource: merged(
      keysAndBuckets(account),
      accountSettings(),
      catalog(account),
      emr(),
      mwaa(account, changes),
    ),
  };
}
