/** Operations that Terraform runs at once unless told otherwise: https://developer.hashicorp.com/terraform/cli/commands/apply, `-parallelism`. */
export const TERRAFORM_PARALLELISM = 10;

/** Something to do, and what has to be done before. */
export interface Task {
  readonly id: string;
  readonly seconds: number;
  /** Ids of the tasks that come first. */
  readonly after: readonly string[];
  /** Whether it is one of those that `-parallelism` counts; what takes no time is not. */
  readonly takesSlot: boolean;
}

/** When a task ran, in seconds since the beginning. */
export interface Run {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** When everything before it was done. It starts later than that when all slots are taken. */
  readonly ready: number;
  /** The task before it that was done last, which made it ready; undefined for one with none before it. */
  readonly readyAfter?: string;
}

export interface Schedule {
  /** From the beginning to the end of the last task. */
  readonly seconds: number;
  readonly runs: ReadonlyMap<string, Run>;
  /**
   * The chain that decided when the last task ended, in order, each ready when the one before it was done: their times
   * and their waits for a slot are the whole time. Tasks that took no time and did not wait are left out.
   */
  readonly criticalPath: readonly Run[];
  /** Seconds that tasks on the critical path waited for a slot, although everything before them was done. */
  readonly waitingSeconds: number;
  /** Share of the slots that was taken, over the whole time: 0 to 1; 0 without a limit. */
  readonly slotUse: number;
}

/**
 * Runs tasks as Terraform walks its graph: a task is ready when all before it are done, and starts as soon as a slot
 * is free. Who is ready first is served first, which is how Terraform's semaphore hands out slots; between tasks that
 * became ready at the same moment Terraform leaves the order to chance, and here their ids decide.
 *
 * @param parallelism at least 1; Infinity for what the graph alone allows
 */
export function schedule(tasks: readonly Task[], parallelism: number = TERRAFORM_PARALLELISM): Schedule {
  if (!(parallelism >= 1)) throw new RangeError(`parallelism must be at least 1, not ${parallelism}`);
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const runs = walk(byId, parallelism);
  const last = [...runs.values()].reduce<Run | undefined>(
    (latest, run) => (latest === undefined || run.end > latest.end ? run : latest),
    undefined,
  );
  const seconds = last?.end ?? 0;
  const criticalPath = chainTo(last, runs).filter(({ ready, end }) => end > ready);
  const busy = tasks.filter(({ takesSlot }) => takesSlot).reduce((sum, task) => sum + task.seconds, 0);
  return {
    seconds,
    runs,
    criticalPath,
    waitingSeconds: criticalPath.reduce((sum, { start, ready }) => sum + start - ready, 0),
    slotUse: seconds === 0 ? 0 : busy / (seconds * parallelism),
  };
}

interface Waiting {
  readonly task: Task;
  readonly ready: number;
  readonly readyAfter?: string;
}

function walk(byId: ReadonlyMap<string, Task>, parallelism: number): Map<string, Run> {
  const runs = new Map<string, Run>();
  const open = new Map<string, number>();
  const later = new Map<string, Task[]>();
  const queue: Waiting[] = [];
  const running: Run[] = [];
  let free = parallelism;

  for (const task of byId.values()) {
    const before = new Set(task.after);
    for (const id of before) {
      if (!byId.has(id)) throw new Error(`${task.id} comes after ${id}, which is no task`);
      later.set(id, [...(later.get(id) ?? []), task]);
    }
    open.set(task.id, before.size);
    if (before.size === 0) queue.push({ task, ready: 0 });
  }

  for (let now = 0; ;) {
    queue.sort((a, b) => a.ready - b.ready || (a.task.id < b.task.id ? -1 : 1));
    for (let at = 0; at < queue.length;) {
      const waiting = queue[at] as Waiting;
      if (waiting.task.takesSlot && free === 0) {
        at++;
        continue;
      }
      queue.splice(at, 1);
      if (waiting.task.takesSlot) free--;
      const { task, ready, readyAfter } = waiting;
      const run = { id: task.id, start: now, end: now + task.seconds, ready, readyAfter };
      runs.set(task.id, run);
      running.push(run);
    }
    if (running.length === 0) break;
    running.sort((a, b) => a.end - b.end || (a.id < b.id ? -1 : 1));
    const done = running.shift() as Run;
    now = done.end;
    if (byId.get(done.id)?.takesSlot) free++;
    for (const task of later.get(done.id) ?? []) {
      const left = (open.get(task.id) ?? 0) - 1;
      open.set(task.id, left);
      if (left === 0) queue.push({ task, ready: now, readyAfter: done.id });
    }
  }
  const stuck = [...byId.keys()].filter((id) => !runs.has(id));
  if (stuck.length > 0) throw new Error(`these wait for each other in a circle: ${stuck.join(', ')}`);
  return runs;
}

function chainTo(last: Run | undefined, runs: ReadonlyMap<string, Run>): Run[] {
  const chain: Run[] = [];
  for (
    let run = last;
    run !== undefined;
    run = run.readyAfter === undefined ? undefined : runs.get(run.readyAfter)
  ) {
    chain.unshift(run);
  }
  return chain;
}
