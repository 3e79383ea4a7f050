import type { Check, Finding } from './check';
import { type Decision, RolePolicies } from './role-policies';
import { callsOf, forbiddenCalls, requiredCalls, type SimulatedCalls } from './simulated-calls';
import type { Call } from './statement-scope';
import { texts, type VerifiedEnvironment } from './verified-environment';

/** Where the statements are written. */
const SOURCE = 'modules/mwaa/environment-statements.ts';

const FIXES: Readonly<Record<Exclude<Decision['outcome'], 'allowed'>, string>> = {
  missing: `add it (${SOURCE})`,
  denied: 'take that statement out, or make it narrower',
  capped: 'add it there too',
};

/**
 * Without these rights an environment does not start, or starts and runs no task; in place of AWS's simulation the
 * policies are evaluated as they stand in the stack.
 *
 * Source: "Amazon MWAA execution role" (https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html).
 */
export const executionRole: Check = {
  id: 'execution-role',
  title: 'The execution role is allowed what MWAA calls with it, and not to list all buckets',
  check: (environment) => {
    const role = RolePolicies.ofExecutionRole(environment);
    if (role === undefined) {
      const found = texts(environment.attributes['execution_role_arn']).join();
      const text = `expected a role of this stack, found ${found}, whose policies cannot be read here; use a role of the stage`;
      return [{ at: environment.address, text }];
    }
    // What such a policy allows or denies is not known, and half an answer would be none.
    if (role.unreadable.length > 0)
      return role.unreadable.map((policy) => ({
        at: role.address,
        text: `expected policies of this stack, found ${policy}, whose statements cannot be read here; write them into the role's policies`,
      }));
    return [
      ...requiredCalls(environment).flatMap((calls) => missingOf(environment, role, calls)),
      ...leaksOf(environment, role),
    ];
  },
};

/** One finding for each reason why some of the calls cannot be made. */
function missingOf(environment: VerifiedEnvironment, role: RolePolicies, calls: SimulatedCalls): Finding[] {
  const reasons = new Map<string, Finding & { outcome: keyof typeof FIXES; calls: Call[] }>();
  for (const call of callsOf(environment, calls)) {
    const { outcome, at, found } = role.decide(call);
    if (outcome === 'allowed') continue;
    const reason = reasons.get(`${at} ${found}`) ?? { at, text: found, outcome, calls: [] };
    reason.calls.push(call);
    reasons.set(`${at} ${found}`, reason);
  }
  return [...reasons.values()].map(({ at, text, outcome, calls: refused }) => ({
    at,
    text: `expected that the role may call ${sentence(refused)}, found ${text}; ${FIXES[outcome]}`,
  }));
}

function leaksOf(environment: VerifiedEnvironment, role: RolePolicies): Finding[] {
  const calls = forbiddenCalls(environment);
  const leak = callsOf(environment, calls)
    .map((call) => role.decideLeak(call))
    .find(({ outcome }) => outcome === 'allowed');
  if (leak === undefined) return [];
  const text = `expected that the role may not call ${calls.actions.join()}, found ${leak.found}; deny the call in the role's policy (${SOURCE})`;
  return [{ at: leak.at, text }];
}

/** Actions, resources and services of calls, each once. */
function sentence(calls: readonly Call[]): string {
  const all = (part: (call: Call) => string | undefined) =>
    [...new Set(calls.map(part))].filter((found) => found !== undefined).join(', ');
  const services = all(({ context }) => context['kms:ViaService']);
  const through = services === '' ? '' : ` through ${services}`;
  return `${all(({ action }) => action)} on ${all(({ resource }) => resource)}${through}`;
}
