/** How long a change takes, in milliseconds: long enough to be seen, short enough to wait for. In AWS it is minutes. */
const PASSING_MS = 400;

/** A state that passes into another by itself, as those of things do that AWS makes and removes in its own time. */
export class PassingState<Code extends string> {
  private readonly since = Date.now();

  /** `settled` is what comes after `passing`; undefined when the thing is gone then. */
  constructor(
    private readonly passing: Code,
    private readonly settled?: Code,
  ) {}

  /** Undefined once the thing is gone. */
  get code(): Code | undefined {
    return Date.now() - this.since < PASSING_MS ? this.passing : this.settled;
  }

  get isGone(): boolean {
    return this.code === undefined;
  }
}
