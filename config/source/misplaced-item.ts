import type { YAMLParseError, YAMLWarning } from 'yaml';

/**
 * Says that an item of a list stands where a key should, which the parser tells in words of its own: it takes the
 * item, or the key before it, for the beginning of another key.
 *
 * @returns undefined when something else is wrong
 */
export function misplacedItemText(error: YAMLParseError | YAMLWarning, text: string): string | undefined {
  if (!/^Implicit (?:map )?keys need|^A block sequence may not/.test(error.message)) return undefined;
  const from = text.lastIndexOf('\n', error.pos[0] - 1) + 1;
  const [line = '', next = ''] = text.slice(from).split('\n');
  if (/^\s*-\s/.test(line)) return `an item of a list stands among keys; ${INDENT}`;
  return /^\s*-\s/.test(next) ? `the list that follows is not this key's; ${INDENT}` : undefined;
}

const INDENT = 'indent it below the key that it belongs to';
