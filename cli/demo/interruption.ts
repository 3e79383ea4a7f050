import os from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Notices that this process is asked to end, so that it can clean up first. */
export class Interruption {
  /** The exit code to end with, as a shell has it; undefined until somebody asks. */
  exitCode: number | undefined;
  private readonly happened: Promise<never>;
  private readonly stopListening: () => void;

  constructor() {
    let reject: (error: Error) => void = () => undefined;
    this.happened = new Promise((_, refuse) => (reject = refuse));
    this.happened.catch(() => undefined);
    const listener = (name: (typeof SIGNALS)[number]): void => {
      this.exitCode ??= 128 + os.constants.signals[name];
      reject(new Error('interrupted'));
    };
    for (const name of SIGNALS) process.on(name, listener);
    this.stopListening = () => {
      for (const name of SIGNALS) process.off(name, listener);
    };
  }

  /** Waits for some work, but no longer than until the interruption. The work itself goes on. */
  async orDone<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.happened]);
  }

  /** From here on a signal ends the process at once. */
  end(): void {
    this.stopListening();
  }
}
