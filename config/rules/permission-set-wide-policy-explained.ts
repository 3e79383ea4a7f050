import { WIDE_SERVICES } from '../limits/identity-center';
import { name as named } from '../quote';
import type { Attachments } from '../source/attachments';
import { FOLDER } from '../source/environment-files';
import type { Rule } from './rule';

/**
 * A permission set whose own policy allows everything, or everything in a service that hands out access, says why, as one
 * with a managed policy of that kind does.
 */
export const permissionSetWidePolicyExplained: Rule = ({ organization, attachments }) =>
  Object.entries(organization?.config.identity?.permissionSets ?? {}).flatMap(([set, value]) => {
    const path = ['identity', 'permissionSets', set];
    const file = value?.policyFile;
    if (organization === undefined || file === undefined) return [];
    if (organization.gives(...path, 'wideAccessReason')) return [];
    return statementsOf(file, attachments).flatMap((statement, index) => {
      const wide = wideIn(statement);
      if (wide === undefined) return [];
      const text = `statement ${index + 1} of ${FOLDER}/${file} allows ${wide}, more than any job needs; list the actions it needs, or say in wideAccessReason why it must be all of them`;
      return [organization.problem(text, [...path, 'policyFile'])];
    });
  });

/** None where the file is no policy, which `permissionSetPolicyUsable` says. */
function statementsOf(file: string, attachments: Attachments): readonly unknown[] {
  const attached = attachments.file(file);
  if (!('found' in attached)) return [];
  try {
    const policy = JSON.parse(attached.found.toString('utf8')) as { Statement?: unknown } | null;
    return [policy?.Statement].flat();
  } catch {
    return [];
  }
}

/** What a statement allows too much of, whatever its resources and conditions: these only seem to narrow it. */
function wideIn(statement: unknown): string | undefined {
  const { Effect, Action, NotAction } = (statement ?? {}) as Record<string, unknown>;
  if (Effect !== 'Allow') return undefined;
  if (NotAction !== undefined) return 'all that NotAction does not list';
  const wide = [Action].flat().filter((action) => typeof action === 'string' && isWide(action));
  return wide.length === 0 ? undefined : wide.map((action) => named(String(action))).join(', ');
}

/** AWS reads actions without regard to case, and `**` and `?*` as `*`. */
function isWide(pattern: string): boolean {
  const parts = pattern.toLowerCase().split(':');
  const [service = '', ...actions] = parts;
  if (!isEverything(parts.at(-1) ?? '')) return false;
  return isEverything(service) || (actions.length === 1 && WIDE_SERVICES.some((wide) => wide === service));
}

const isEverything = (pattern: string) => /^[*?]*\*[*?]*$/.test(pattern);
