import type { StackPolicies } from '../support/policies';
import type { RenderedStatement } from '../support/terraform-json';
import { covers } from './pipelines-under-test';

/**
 * Those of some actions that a role cannot do on any resource: no statement of it, or none of its cap, allows them,
 * or one refuses them always. That a role can do the rest somewhere is all this says.
 */
export function refusedActions(stack: StackPolicies, role: string, actions: readonly string[]): string[] {
  const boundary = stack.boundary(role);
  const all = [
    stack.identityPolicies(role).flatMap(({ document }) => document.Statement),
    ...(boundary === undefined ? [] : [boundary.document.Statement]),
  ];
  return actions.filter((action) => !all.every((statements) => isLetThrough(statements, action)));
}

function isLetThrough(statements: readonly RenderedStatement[], action: string): boolean {
  const about = statements.filter(({ Action }) => [Action].flat().some((pattern) => covers(pattern, action)));
  const isAlwaysDenied = about.some(
    ({ Effect, Condition, Resource }) =>
      Effect === 'Deny' && Condition === undefined && [Resource].flat().includes('*'),
  );
  return !isAlwaysDenied && about.some(({ Effect }) => Effect === 'Allow');
}
