import type { AwsCall } from './aws-call';

/** What a local service remembers, apart for each account and region, as AWS keeps it. */
export class RegionalState<State> {
  private readonly states = new Map<string, State>();

  constructor(private readonly initial: () => State) {}

  /** The state that a call sees. */
  of({ account, region }: Pick<AwsCall, 'account' | 'region'>): State {
    const key = `${account}/${region}`;
    let state = this.states.get(key);
    if (state === undefined) this.states.set(key, (state = this.initial()));
    return state;
  }
}
