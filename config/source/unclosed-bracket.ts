import { type Document, isMap, visit, type YAMLParseError, type YAMLWarning } from 'yaml';

/** A bracket that is not closed. */
export interface UnclosedBracket {
  /** Where it stands. */
  readonly start: number;
  /** Where the parser gave up looking for its end. */
  readonly end: number;
  readonly text: string;
}

/** The bracket whose end the parser has missed: it says so only where it gave up, which may be the end of the file. */
export function unclosedBracket(
  error: YAMLParseError | YAMLWarning,
  document: Document.Parsed,
): UnclosedBracket | undefined {
  const close = /end with a ([\]}])$/.exec(error.message)?.[1];
  if (close === undefined) return undefined;
  const [end] = error.pos;
  let start: number | undefined;
  visit(document, {
    Collection(_, node) {
      const isOfKind = isMap(node) === (close === '}');
      if (node.flow && isOfKind && node.range?.[1] === end) start = node.range[0];
    },
  });
  const open = close === ']' ? '[' : '{';
  return start === undefined
    ? undefined
    : { start, end, text: `${open} is not closed; close it with ${close}` };
}
