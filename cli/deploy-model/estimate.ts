import { StackGraph, type StackJson } from './graph';
import { type Chain, mwaaLowerBound } from './mwaa-lower-bound';
import type { Change } from './plan-json';
import { type Schedule, type Task, schedule } from './schedule';
import { changeDeploy, firstDeploy } from './tasks';

/** How long an apply takes on AWS, as the model has it. */
export interface Estimate {
  readonly stack: string;
  readonly seconds: number;
  readonly schedule: Schedule;
  /** What no wiring (`mwaa`), or no number of slots (`chain`), could make shorter. */
  readonly lowerBound: Chain & { readonly of: 'mwaa' | 'chain' };
  /** Time over lower bound: 1 is as fast as it can be. 1 too when there is nothing to do. */
  readonly ratio: number;
}

export interface EstimateOptions {
  /** Terraform's `-parallelism`. @default 10, Terraform's own */
  readonly parallelism?: number;
}

/**
 * The first deploy of a stack: everything in it is made.
 *
 * @param stack id, for messages
 * @throws UserError for a stack that cannot be ordered; see StackGraph
 */
export function estimateFirstDeploy(stack: string, json: StackJson, options: EstimateOptions = {}): Estimate {
  const graph = new StackGraph(stack, json);
  return estimate(stack, firstDeploy(graph), mwaaLowerBound(graph), options);
}

/**
 * Applying changes to a stack that is there.
 *
 * @param changes of a plan (`changesIn`), or a list of addresses and actions
 * @throws UserError for a change that is not of this stack
 */
export function estimateChange(
  stack: string,
  json: StackJson,
  changes: readonly Change[],
  options: EstimateOptions = {},
): Estimate {
  const graph = new StackGraph(stack, json);
  return estimate(stack, changeDeploy(graph, changes, stack), undefined, options);
}

/** Destroying everything in a stack. Errors are those of the first deploy. */
export function estimateDestroy(stack: string, json: StackJson, options: EstimateOptions = {}): Estimate {
  const graph = new StackGraph(stack, json);
  const changes = graph.nodes
    .filter(({ kind }) => kind === 'resource')
    .map(({ address }): Change => ({ address, action: 'delete' }));
  return estimate(stack, changeDeploy(graph, changes, stack), undefined, options);
}

function estimate(
  stack: string,
  tasks: readonly Task[],
  mwaa: Chain | undefined,
  { parallelism }: EstimateOptions,
): Estimate {
  const result = schedule(tasks, parallelism);
  const bound = mwaa === undefined ? longestChain(tasks) : ({ of: 'mwaa', ...mwaa } as const);
  return {
    stack,
    seconds: result.seconds,
    schedule: result,
    lowerBound: bound,
    ratio: bound.seconds === 0 ? 1 : result.seconds / bound.seconds,
  };
}

/** What is left when slots are no limit. */
function longestChain(tasks: readonly Task[]): Estimate['lowerBound'] {
  const { seconds, criticalPath } = schedule(tasks, Infinity);
  const steps = criticalPath.map(({ id, start, end }) => ({ what: id, seconds: end - start }));
  return { of: 'chain', seconds, steps };
}
