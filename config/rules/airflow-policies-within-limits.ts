import { IAM_LIMITS } from '../limits/iam';
import type { Problem } from '../problem';
import { type AirflowSection, airflowSections } from './airflow-sections';
import { airflowArrivalsPolicyLength, airflowQueriesPolicyLength, knownPlaces } from './policy-lengths';
import type { Rule } from './rule';

const MOST = IAM_LIMITS.managedPolicy;

/** What an environment's execution role lists, work groups and watched prefixes, fits into a managed policy each. */
export const airflowPoliciesWithinLimits: Rule = (landscape) =>
  airflowSections(landscape).flatMap((section) => [
    ...tooManyWorkGroups(section),
    ...tooManyWatches(section),
  ]);

function tooManyWorkGroups({ stage, value, path }: AirflowSection): Problem[] {
  const { stage: name, region } = stage.config;
  const listed = (value.athena?.workGroups ?? []).filter((workGroup) => workGroup !== undefined);
  if (name === undefined || region === undefined) return [];
  const length = airflowQueriesPolicyLength({ stage: name, region }, listed);
  if (length <= MOST) return [];
  const text = `expected work groups that fit into the ${MOST} characters which IAM allows a policy, found ${listed.length}, which need about ${length}; list those that DAGs query in, or let several share one`;
  return [stage.problem(text, [...path, 'athena', 'workGroups'])];
}

function tooManyWatches({ stage, value, path }: AirflowSection): Problem[] {
  const watches = knownPlaces(value.watches);
  const length = airflowArrivalsPolicyLength(watches);
  if (length <= MOST) return [];
  const text = `expected prefixes that fit into the ${MOST} characters which IAM allows a policy, found ${watches.length}, which need about ${length}; list a prefix that holds several of them`;
  return [stage.problem(text, [...path, 'watches'])];
}
