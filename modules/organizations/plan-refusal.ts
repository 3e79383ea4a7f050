import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface PlanRefusalProps {
  /** Any provider: it is asked who the caller is, which everybody may. */
  readonly provider: TerraformProvider;
  /** Why, and what to do: a sentence. */
  readonly reason: string;
}

/** Stops every plan with a sentence. */
export class PlanRefusal extends Construct {
  /** An account id that is never known. Whatever depends on it is not even read, so that only the sentence is said. */
  readonly accountId: string;

  constructor(scope: Construct, id: string, props: PlanRefusalProps) {
    super(scope, id);
    const caller = new DataAwsCallerIdentity(this, 'caller', {
      provider: props.provider,
      lifecycle: { postcondition: [{ condition: '${self.account_id == ""}', errorMessage: props.reason }] },
    });
    this.accountId = caller.accountId;
  }
}
