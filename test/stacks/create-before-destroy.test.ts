import { StackGraph, type StackNode } from '../../cli/deploy-model/graph';
import { stacks } from './promised-stages';

const comesFirst = ({ attributes }: StackNode): boolean =>
  (attributes['lifecycle'] as { create_before_destroy?: boolean } | undefined)?.create_before_destroy ===
  true;

/**
 * Types that there can be two of for a while. Nothing that is known by a name of ours is among them: AWS refuses the second,
 * and a deployment that was interrupted while the first was made could not be finished.
 */
const WITHOUT_NAME = ['aws_kms_key'];

const found = Object.entries(stacks).flatMap(([stack, json]) => {
  const graph = new StackGraph(stack, json);
  return graph.nodes.filter(comesFirst).map((node) => [`${node.type} in ${stack}`, graph, node] as const);
});

test('something is made before it is destroyed', () => {
  expect(found.map(([title]) => title)).toContain('aws_emr_security_configuration in sandbox');
});

// Terraform makes before it destroys whatever such a resource needs, too.
test.each(found)('%s takes nothing along that has a name', (_, graph, node) => {
  const needed = graph
    .dependencies(node.address)
    .map((address) => graph.node(address))
    .filter(({ kind }) => kind === 'resource');
  expect(needed.filter(({ type }) => !WITHOUT_NAME.includes(type)).map(({ address }) => address)).toEqual([]);
});
