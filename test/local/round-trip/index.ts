import { accountSettings } from './account-settings';
import { catalog } from './catalog';
import { type ClientVpnProps, clientVpn } from './client-vpn';
import { emr } from './emr';
import { keysAndBuckets } from './keys-and-buckets';
import { mwaa } from './mwaa';
import { monitoring } from './monitoring';
import { merged } from './resources';

/** What the configuration needs besides an account; `isChanged` is what a second apply changes in place. */
export type RoundTripProps = ClientVpnProps;

/**
 * A Terraform configuration with everything that a data stage consists of, in one member account, written by
 * hand: it does not change when the modules do, and holds what they do not use.
 */
export function roundTrip(account: string, props: RoundTripProps): object {
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
      mwaa(account, props.isChanged ? { maxWorkers: 5, airflowVersion: '2.11.2' } : {}),
      clientVpn(props),
      monitoring(account),
    ),
  };
}
