import { UserError } from '../user-error';
import { secondsOf } from './durations';
import type { StackGraph } from './graph';
import type { Change } from './plan-json';
import type { Task } from './schedule';

/** How a deletion is called beside the creation of the same resource. */
export const deletionOf = (address: string): string => `${address} (delete)`;

/** The first deploy: every data source is read and every resource made, those with an import block only read. */
export function firstDeploy(graph: StackGraph): readonly Task[] {
  return graph.nodes.map(({ address, kind, type, attributes, imported }) => ({
    id: address,
    seconds:
      kind === 'value' ? 0 : secondsOf(kind === 'data' || imported ? 'read' : 'create', type, attributes),
    after: graph.dependencies(address),
    takesSlot: kind !== 'value',
  }));
}

interface Draft {
  readonly seconds: number;
  readonly after: Set<string>;
}

/**
 * Applying changes. What makes and updates follows the stack's order, through everything that stays as it is. What
 * deletes goes the other way round, by the dependencies that the state holds; Terraform's rules for how the two meet
 * are in its internal/terraform/transform_destroy_edge.go and transform_destroy_cbd.go.
 *
 * @throws UserError for a change of something that is neither in the stack nor deleted
 */
export function changeDeploy(graph: StackGraph, changes: readonly Change[], stack: string): readonly Task[] {
  for (const { address, action } of changes) {
    if (address.startsWith('module.')) {
      throw new UserError(
        `${stack}: ${address} is in a Terraform module, whose order of work is not in cdk.tf.json`,
      );
    }
    if (action !== 'delete' && !graph.has(address)) {
      throw new UserError(
        `${stack}: the plan has an action (${action}) on ${address}, which is not in the stack's cdk.tf.json; plan what is synthesised now`,
      );
    }
  }
  const drafts = new Map<string, Draft>();
  for (const { address } of graph.nodes) {
    drafts.set(address, { seconds: 0, after: new Set(graph.dependencies(address)) });
  }
  for (const change of changes) addOperations(graph, change, drafts);
  for (const change of changes) orderDeletions(graph, change, changes, drafts);
  return [...drafts].map(([id, { seconds, after }]) => ({
    id,
    seconds,
    after: [...after],
    takesSlot: seconds > 0,
  }));
}

function addOperations(graph: StackGraph, change: Change, drafts: Map<string, Draft>): void {
  const { address, action } = change;
  const type =
    baseOf(address)
      .replace(/^data\./, '')
      .split('.', 1)[0] ?? '';
  const attributes = graph.has(address) ? graph.node(address).attributes : change.attributes;
  if (deletes(change)) {
    const seconds = secondsOf('delete', type, attributes);
    drafts.set(deletionOf(address), { seconds, after: new Set() });
  }
  if (action === 'delete') return;
  const operation = action === 'read' || action === 'update' ? action : 'create';
  const seconds = secondsOf(operation, type, attributes, change.changed);
  drafts.set(address, { seconds, after: new Set(graph.dependencies(address)) });
}

/** Puts one deletion into its place between the creations, the updates and the other deletions. */
function orderDeletions(
  graph: StackGraph,
  change: Change,
  changes: readonly Change[],
  drafts: ReadonlyMap<string, Draft>,
): void {
  if (!deletes(change)) return;
  const { address } = change;
  const before = (first: string, then: string) => drafts.get(then)?.after.add(first);
  // With create_before_destroy, everything that would wait for the deletion is waited for.
  const meet = (creation: string) =>
    change.action === 'replaceCreateFirst'
      ? before(creation, deletionOf(address))
      : before(deletionOf(address), creation);

  if (change.action !== 'delete') meet(address);
  const dependencies = stateDependencies(graph, change);
  for (const other of changes) {
    if (other === change) continue;
    if (dependencies.has(baseOf(other.address))) {
      if (deletes(other)) before(deletionOf(address), deletionOf(other.address));
      if (other.action !== 'delete') meet(other.address);
    }
    if (other.action !== 'delete' && stateDependencies(graph, other).has(baseOf(address)))
      meet(other.address);
  }
}

/** Resources that a resource depends on, directly or not, without the keys of their instances. */
function stateDependencies(graph: StackGraph, { address, dependsOn }: Change): ReadonlySet<string> {
  if (dependsOn !== undefined) return new Set(dependsOn.map(baseOf));
  const found = new Set<string>();
  const visit = (node: string) => {
    for (const dependency of graph.has(node) ? graph.dependencies(node) : []) {
      // A provider's own needs are no dependencies of the resource in the state.
      if (found.has(dependency) || dependency.startsWith('provider.')) continue;
      found.add(dependency);
      visit(dependency);
    }
  };
  visit(address);
  return new Set([...found].map(baseOf));
}

const deletes = ({ action }: Change): boolean =>
  action === 'delete' || action === 'replace' || action === 'replaceCreateFirst';

const baseOf = (address: string): string => address.replace(/\[[^\]]*\]$/, '');
