import { quote } from '../quote';
import type { Tree } from '../source/tree';

/**
 * How a message names what stands in the file: text in quotes, anything else as it is written there.
 *
 * @param withKind whether to say what kind of value it is, because another kind is expected
 */
export function describeFound(tree: Tree, withKind: boolean): string {
  switch (tree.kind) {
    case 'map':
      return 'a map';
    case 'list':
      return `a list of ${tree.items.length}`;
    case 'scalar': {
      if (tree.value === null) return 'nothing';
      if (typeof tree.value === 'string') return quote(tree.value) + (withKind ? ' (text)' : '');
      return tree.source + (withKind ? ` (${typeof tree.value === 'number' ? 'number' : 'true/false'})` : '');
    }
  }
}
