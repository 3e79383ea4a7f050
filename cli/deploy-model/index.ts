/**
 * How long Terraform takes on real AWS: a table of AWS's own times, the order in which a synthesised stack must be
 * made, and Terraform's ten-way walk through it. A model: nothing is called, and times in the table are rounded.
 */
export { DURATIONS, DURATIONS_AS_OF, type Durations } from './durations';
export {
  type Estimate,
  type EstimateOptions,
  estimateChange,
  estimateDestroy,
  estimateFirstDeploy,
} from './estimate';
export { GOAL, criticalPathTable, estimateLine, summaryTable } from './estimate-table';
export type { StackJson } from './graph';
export { type Action, type Change, type PlanJson, changesIn } from './plan-json';
export type { Run, Schedule } from './schedule';
export { readStacks } from './stack-file';
