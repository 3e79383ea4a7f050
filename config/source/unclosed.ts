import { type Document, isMap, isScalar, visit, type YAMLParseError, type YAMLWarning } from 'yaml';

/** A bracket or a quote that is not closed. */
export interface Unclosed {
  /** Where it stands. */
  readonly start: number;
  /** Where the parser gave up looking for its end. */
  readonly end: number;
  readonly text: string;
}

/** What the parser has missed the end of: it says so only where it gave up, which may be the end of the file. */
export function findUnclosed(
  errors: readonly (YAMLParseError | YAMLWarning)[],
  document: Document.Parsed,
): Unclosed[] {
  const quotes = errors.flatMap((error) => unclosedQuote(error, document) ?? []);
  const brackets = errors.flatMap((error) => unclosedBracket(error, document) ?? []);
  // A quote that runs on takes the bracket around it along.
  const swallowed = (bracket: Unclosed): boolean =>
    quotes.some(({ start }) => start > bracket.start && start < bracket.end);
  return [...quotes, ...brackets.filter((bracket) => !swallowed(bracket))];
}

function unclosedBracket(
  { message, pos: [end] }: YAMLParseError | YAMLWarning,
  document: Document.Parsed,
): Unclosed | undefined {
  const close = /end with a ([\]}])$/.exec(message)?.[1];
  if (close === undefined) return undefined;
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

function unclosedQuote(
  { message, pos: [end] }: YAMLParseError | YAMLWarning,
  document: Document.Parsed,
): Unclosed | undefined {
  const quote = /^Missing closing (["'])quote$/.exec(message)?.[1];
  const start = quote === undefined ? undefined : quotedBefore(document, end);
  return start === undefined
    ? undefined
    : { start, end, text: `${quote} is not closed; close it with ${quote}` };
}

/**
 * Says why something stands behind a text in quotes: one of its own kind has closed it too early, or a quote that was
 * left open was closed by the next one.
 *
 * @returns undefined when something else is wrong
 */
export function closedTooEarlyText(
  { code, pos: [at] }: YAMLParseError | YAMLWarning,
  document: Document.Parsed,
  text: string,
): string | undefined {
  const start = code === 'UNEXPECTED_TOKEN' ? quotedBefore(document, at) : undefined;
  if (start === undefined) return undefined;
  const quote = text.charAt(start);
  const inside = quote === "'" ? "''" : String.raw`\"`;
  return `the text that began with ${quote} has ended before this; write ${inside} for a ${quote} inside it, or close it where it ends`;
}

/** Beginning of the text in quotes behind which the parser stands. */
function quotedBefore(document: Document.Parsed, at: number): number | undefined {
  let start: number | undefined;
  visit(document, (_, node) => {
    if (!isScalar(node) || !/^QUOTE_/.test(node.type ?? '') || !node.range) return;
    const [from, valueEnd, nodeEnd] = node.range;
    if (valueEnd <= at && at <= nodeEnd) start = from;
  });
  return start;
}
