import { now } from '../json-service';
import { mwaaValidation } from './mwaa-errors';

/** Statuses of an environment. Source: https://docs.aws.amazon.com/mwaa/latest/API/API_Environment.html */
export type EnvironmentStatus =
  | 'CREATING'
  | 'CREATE_FAILED'
  | 'PENDING'
  | 'AVAILABLE'
  | 'UPDATING'
  | 'CREATING_SNAPSHOT'
  | 'ROLLING_BACK'
  | 'UPDATE_FAILED'
  | 'DELETING'
  | 'DELETED';

/** What the last change came to, in the field names of MWAA's model. */
export interface LastUpdate {
  readonly Status: 'SUCCESS' | 'PENDING' | 'FAILED';
  readonly CreatedAt: number;
  readonly Error?: { readonly ErrorCode: string; readonly ErrorMessage: string };
  readonly WorkerReplacementStrategy?: string;
}

/** A change on its way. */
export interface Change {
  /** Statuses that the environment goes through, each for a second: AWS takes half an hour. */
  readonly through: readonly EnvironmentStatus[];
  /** Comes about when the time is over. Gives why it failed, if it did. */
  readonly complete: () => Promise<string | undefined>;
  readonly succeeded: EnvironmentStatus;
  readonly failed: EnvironmentStatus;
  /**
   * Status for a second between failing and being over.
   *
   * @default - none
   */
  readonly rollingBack?: EnvironmentStatus;
  readonly workerReplacementStrategy?: string;
}

interface RunningChange extends Change {
  readonly startedAtMs: number;
  completion?: Promise<void>;
}

/** How long a status lasts. Terraform asks after 0.1, 0.3, 0.7, 1.5 and 3.1 seconds. */
const STATUS_MS = 1000;

const SETTLED: readonly EnvironmentStatus[] = ['AVAILABLE', 'UPDATE_FAILED'];
const DELETABLE: readonly EnvironmentStatus[] = [...SETTLED, 'CREATE_FAILED', 'PENDING'];

/**
 * The status of an environment over time. Nothing runs in the background: a change is completed by the first
 * who looks after its time is over.
 */
export class EnvironmentLifeCycle {
  private running?: RunningChange;
  private settled: EnvironmentStatus = 'CREATING';
  lastUpdate: LastUpdate;

  constructor(
    creation: Change,
    private readonly clock: () => number = Date.now,
  ) {
    this.lastUpdate = this.begin(creation);
  }

  async status(): Promise<EnvironmentStatus> {
    const change = this.running;
    if (change === undefined) return this.settled;
    const step = Math.floor((this.clock() - change.startedAtMs) / STATUS_MS);
    const passing = change.through[step];
    if (passing !== undefined) return passing;
    // Once for all who look at the same time; again later if the cloud itself failed on it.
    await (change.completion ??= this.complete(change).finally(() => (change.completion = undefined)));
    return this.running?.through[0] ?? this.settled;
  }

  /** Begins a change; refuses it while another is on its way, and after a creation that failed. */
  async update(change: Change): Promise<void> {
    this.beginFrom(await this.status(), SETTLED, 'updated', change);
  }

  /** Begins the end; refuses it while a change is on its way. */
  async delete(change: Change): Promise<void> {
    this.beginFrom(await this.status(), DELETABLE, 'deleted', change);
  }

  private beginFrom(
    seen: EnvironmentStatus,
    allowed: readonly EnvironmentStatus[],
    verb: string,
    change: Change,
  ): void {
    // Another change may have begun while the status was looked up.
    const status = seen === this.settled ? (this.running?.through[0] ?? seen) : seen;
    if (!allowed.includes(status))
      throw mwaaValidation(`Environments with ${status} status cannot be ${verb}.`);
    this.begin(change);
  }

  private begin(change: Change): LastUpdate {
    this.running = { ...change, startedAtMs: this.clock() };
    return (this.lastUpdate = { Status: 'PENDING', CreatedAt: now(), ...strategyOf(change) });
  }

  private async complete(change: RunningChange): Promise<void> {
    const { CreatedAt } = this.lastUpdate;
    const problem = await change.complete();
    if (problem !== undefined && change.rollingBack !== undefined) {
      this.running = {
        ...change,
        through: [change.rollingBack],
        rollingBack: undefined,
        complete: () => Promise.resolve(problem),
        completion: undefined,
        startedAtMs: this.clock(),
      };
      return;
    }
    this.settled = problem === undefined ? change.succeeded : change.failed;
    this.lastUpdate = {
      Status: problem === undefined ? 'SUCCESS' : 'FAILED',
      CreatedAt,
      ...(problem === undefined ? {} : { Error: incorrectConfiguration(problem) }),
      ...strategyOf(change),
    };
    this.running = undefined;
  }
}

function strategyOf({ workerReplacementStrategy }: Change): Partial<LastUpdate> {
  return workerReplacementStrategy === undefined
    ? {}
    : { WorkerReplacementStrategy: workerReplacementStrategy };
}

/** AWS only says that something around the environment is wrong; the local cloud says what. */
function incorrectConfiguration(problem: string): LastUpdate['Error'] {
  const message = `You may need to check the execution role permissions policy for your environment, and that each of the VPC networking components required by the environment are configured to allow traffic. Troubleshooting: https://docs.aws.amazon.com/mwaa/latest/userguide/troubleshooting.html (found by the local cloud: ${problem})`;
  return { ErrorCode: 'INCORRECT_CONFIGURATION', ErrorMessage: message.slice(0, 1024) };
}
