import { appendFile } from 'node:fs/promises';
import type { AwsCall } from './aws-call';
import type { AwsError } from './aws-error';
import { NOT_EMULATED, nameOf } from './not-emulated';

/** How the local cloud has done so far. */
export interface CallCounts {
  /** Calls answered, the failed ones included. */
  readonly answered: number;
  /** Times that each missing call was made: `{ "mwaa:GET /environments": 2 }`. */
  readonly notEmulated: Readonly<Record<string, number>>;
  /** Calls on which the emulator broke. */
  readonly failed: number;
}

/** Counts the calls and writes down the ones that the local cloud could not serve. */
export class CallLog {
  private answered = 0;
  private failed = 0;
  private readonly notEmulated = new Map<string, number>();

  constructor(readonly path: string) {}

  get counts(): CallCounts {
    return {
      answered: this.answered,
      notEmulated: Object.fromEntries(this.notEmulated),
      failed: this.failed,
    };
  }

  answer(): void {
    this.answered += 1;
  }

  async refusal(call: AwsCall, error: AwsError): Promise<void> {
    this.answered += 1;
    if (error.code === NOT_EMULATED)
      this.notEmulated.set(nameOf(call), (this.notEmulated.get(nameOf(call)) ?? 0) + 1);
    else this.failed += 1;
    await this.write(`${error.code} ${call.account} ${call.region} ${error.message}`);
  }

  /** A log that cannot be written must not take the call down with it. */
  async write(line: string): Promise<void> {
    await appendFile(this.path, `${new Date().toISOString()} ${line}\n`).catch(() => undefined);
  }
}
