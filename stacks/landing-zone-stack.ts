import { Aspects, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { OrganizationConfig } from '../config';
import { DestroyProtection } from './aspects/destroy-protection';
import { ExplicitProvider } from './aspects/explicit-provider';
import { UniqueProviderAliases } from './aspects/unique-provider-aliases';
import { addStateBackend } from './state-backend';

export interface LandingZoneStackProps {
  readonly organization: OrganizationConfig;
  /**
   * Whether stateful resources of the stack may be destroyed.
   *
   * @default false
   */
  readonly isDisposable?: boolean;
}

/**
 * What all stacks have in common: a state of their own and the rules that hold everywhere. The rules hang
 * on the stack because cdktf runs no aspect that hangs on the app.
 */
export abstract class LandingZoneStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: LandingZoneStackProps) {
    super(scope, id);
    addStateBackend(this, props.organization);
    // Older versions know no lock file in S3 and would fail with a riddle.
    this.addOverride('terraform.required_version', '>= 1.10');
    Aspects.of(this).add(new ExplicitProvider());
    Aspects.of(this).add(new UniqueProviderAliases());
    Aspects.of(this).add(new DestroyProtection({ isDisposable: props.isDisposable ?? false }));
  }
}
