import type { Tree } from '../source/tree';

/** Longest piece of a value that a message repeats. */
const LONGEST = 60;

/** Characters that would move the cursor, hide or reorder text in a terminal or a review. */

const INVISIBLE = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A text in quotes, short, and without characters that a terminal would act on. */
export function quote(text: string): string {
  const short = [...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text;
  return JSON.stringify(short).replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

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
