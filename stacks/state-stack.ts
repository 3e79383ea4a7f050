import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import type { OrganizationConfig } from '../config';
import { CI_ROLE_NAMES, roleArn } from '../modules/ci/role-names';
import { StateBucket } from '../modules/ci/state-bucket';
import { LandingZoneStack } from './landing-zone-stack';
import { managementProvider } from './providers';

/** Alias of the key that encrypts the state, without `alias/`: how roles find it before it is there. */
export const STATE_KEY_ALIAS = 'landing-zone-state';

export interface StateStackProps {
  readonly organization: OrganizationConfig;
}

/**
 * `state`: the bucket that the state of all stacks is in, its own too. `lz bootstrap` makes it and moves its state there;
 * after that it is a stack like any other.
 */
export class StateStack extends LandingZoneStack {
  constructor(scope: Construct, props: StateStackProps) {
    super(scope, 'state', props);
    const { state, region, managementAccountId: accountId } = props.organization;
    if (state.bucket === undefined) throw new Error('config lets no managed state through without a bucket');
    const bucket = new StateBucket(this, 'state', {
      provider: managementProvider(this, { ...props.organization, region: state.region ?? region }),
      accountId,
      name: state.bucket,
      keyAlias: STATE_KEY_ALIAS,
      readers: [roleArn(accountId, CI_ROLE_NAMES.plan)],
      pipelines: Object.values(CI_ROLE_NAMES).map((name) => roleArn(accountId, name)),
    });
    new TerraformOutput(this, 'bucket', { value: bucket.name });
  }
}
