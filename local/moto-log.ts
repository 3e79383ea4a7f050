import { open, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AwsCall } from './aws-call';

/** Why a call made moto answer 500, as far as its log tells. */
export interface Failure {
  readonly kind: 'missing-action' | 'missing-service' | 'crash';
  /** The last line of the traceback: `KeyError: 'arn:aws:x'`. */
  readonly reason: string;
}

interface Traceback {
  readonly text: string;
  readonly lastLine: string;
}

/** moto writes a traceback just after it has sent the 500, so the log may lag behind the answer. */
const WAIT_MS = 1500;
const POLL_MS = 20;

/**
 * Reads tracebacks from moto's log, to tell "moto has no such action" from "moto broke on this call".
 *
 * Calls run in parallel, so a traceback is looked for by what it says about the call, and each is used once.
 */
export class MotoLog {
  private offset = 0;
  private rest = '';
  private readonly unclaimed: Traceback[] = [];
  private reading: Promise<void> = Promise.resolve();

  constructor(readonly path: string) {}

  /** The failure that moto wrote down for a call, or undefined when none shows up in time. */
  async failureOf(call: AwsCall): Promise<Failure | undefined> {
    const deadline = Date.now() + WAIT_MS;
    do {
      await (this.reading = this.reading.then(() => this.read()));
      const found = this.claim(call, Date.now() + POLL_MS >= deadline);
      if (found !== undefined) return found;
      await sleep(POLL_MS);
    } while (Date.now() < deadline);
    return undefined;
  }

  private claim(call: AwsCall, takeAny: boolean): Failure | undefined {
    const score = (traceback: Traceback): number => matches(traceback, call);
    const best = [...this.unclaimed].sort((a, b) => score(b) - score(a))[0];
    if (best === undefined || (score(best) === 0 && !takeAny)) return undefined;
    this.unclaimed.splice(this.unclaimed.indexOf(best), 1);
    return { kind: kindOf(best), reason: best.lastLine };
  }

  private async read(): Promise<void> {
    const size = (await stat(this.path)).size;
    if (size <= this.offset) return;
    const file = await open(this.path);
    try {
      const { buffer } = await file.read(
        Buffer.alloc(size - this.offset),
        0,
        size - this.offset,
        this.offset,
      );
      this.offset = size;
      this.rest = this.collect(this.rest + buffer.toString('utf8'));
    } finally {
      await file.close();
    }
  }

  /** Takes the complete tracebacks out of the text and returns what may still grow. */
  private collect(text: string): string {
    const complete = /^Traceback \(most recent call last\):\n(?:[ \t].*\n|\n)*([^ \t\n].*)\n/gm;
    let end = 0;
    for (const match of text.matchAll(complete)) {
      this.unclaimed.push({ text: match[0], lastLine: match[1] ?? '' });
      end = match.index + match[0].length;
    }
    const rest = text.slice(end);
    const started = rest.lastIndexOf('Traceback (most recent call last)');
    return started < 0 ? rest.slice(rest.lastIndexOf('\n') + 1) : rest.slice(started);
  }
}

function kindOf({ text, lastLine }: Traceback): Failure['kind'] {
  if (lastLine.startsWith('NotImplementedError')) return 'missing-action';
  // moto looks up the backend of a host that no service of it answers to.
  if (/in get_backend\n/.test(text) && /NoneType|KeyError|ImportError|ModuleNotFound/.test(lastLine))
    return 'missing-service';
  return 'crash';
}

/** How surely a traceback is that of a call: 2 names the action, 1 fits, 0 belongs to another call. */
function matches({ text, lastLine }: Traceback, call: AwsCall): number {
  const action = /The (\w+) action has not been implemented/.exec(lastLine)?.[1];
  if (action !== undefined) return plain(action) === plain(call.action) ? 2 : 0;
  const method = [...text.matchAll(/responses\.py", line \d+, in (\w+)/g)].some(
    ([, name]) => plain(name ?? '') === plain(call.action),
  );
  if (method) return 2;
  return call.action.includes(' ') ? 1 : 0;
}

function plain(name: string): string {
  return name.replace(/_/g, '').toLowerCase();
}
