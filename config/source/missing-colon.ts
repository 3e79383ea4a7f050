import type { YAMLParseError, YAMLWarning } from 'yaml';

/**
 * Says that a line such as `zones 3` or `zones:3` is no key with a value, which the parser tells in words of its
 * own: it takes the line for the beginning of a key.
 *
 * @returns undefined when something else is wrong
 */
export function missingColonText(error: YAMLParseError | YAMLWarning, text: string): string | undefined {
  if (!/^Implicit (?:map )?keys need/.test(error.message)) return undefined;
  const [start] = error.pos;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const line = /^.*/.exec(text.slice(start))?.[0].replace(/\s#.*/, '').trim() ?? '';
  const [, key, colon, value] = /^(\w[\w.-]*)(?:(:)|\s|$)\s*(.*)$/.exec(line) ?? [];
  if (!/^[\s-]*$/.test(before) || key === undefined) return undefined;
  const what = colon ? `a space is missing after ${key}:` : `a colon is missing after ${key}`;
  return `${what}; write ${key}: ${value || 'and its value'}`;
}
