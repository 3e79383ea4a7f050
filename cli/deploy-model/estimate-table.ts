import Table from 'cli-table3';
import type { Estimate } from './estimate';

/** Time over lower bound that a stage may take: the rest is room for calls that no wiring avoids. */
export const GOAL = 1.05;

/** Estimates side by side: totals, what they could be at best, and how far from it they are. */
export function summaryTable(estimates: readonly Estimate[]): string {
  const table = new Table({
    head: ['stack', 'total', 'lower bound', 'ratio', `goal ${GOAL}`, 'slots used'],
    style: { head: [], border: [] },
  });
  for (const { stack, seconds, lowerBound, ratio, schedule } of estimates) {
    table.push([
      stack,
      duration(seconds),
      `${duration(lowerBound.seconds)} (${lowerBound.of === 'mwaa' ? 'what MWAA needs' : 'longest chain'})`,
      ratio.toFixed(3),
      ratio <= GOAL ? 'met' : 'MISSED',
      `${Math.round(schedule.slotUse * 100)} %`,
    ]);
  }
  return table.toString();
}

/** The chain that decides when an apply ends, step by step. */
export function criticalPathTable({ stack, schedule }: Estimate): string {
  const table = new Table({
    head: [`critical path of ${stack}`, 'starts at', 'takes'],
    style: { head: [], border: [] },
  });
  for (const { id, start, end, ready } of schedule.criticalPath) {
    if (start > ready) table.push(['  (waits for a free slot)', duration(ready), duration(start - ready)]);
    table.push([id, duration(start), duration(end - start)]);
  }
  return table.toString();
}

/** One line for a person who waits: `about 31 min, of which 28.0 min for aws_mwaa_environment.main`. */
export function estimateLine({ seconds, schedule }: Estimate): string {
  if (schedule.criticalPath.length === 0) return 'nothing to do';
  const about = seconds < 60 ? `about ${Math.ceil(seconds)} s` : `about ${Math.round(seconds / 60)} min`;
  const longest = schedule.criticalPath.reduce((most, run) =>
    run.end - run.start > most.end - most.start ? run : most,
  );
  return `${about}, of which ${duration(longest.end - longest.start)} for ${longest.id}`;
}

function duration(seconds: number): string {
  return seconds < 60 ? `${Math.round(seconds)} s` : `${(seconds / 60).toFixed(1)} min`;
}
