import type { Document, ErrorCode, LineCounter, YAMLParseError, YAMLWarning } from 'yaml';
import type { Problem } from '../problem';
import { misplacedItemText } from './misplaced-item';
import { missingColonText } from './missing-colon';
import { closedTooEarlyText, findUnclosed } from './unclosed';

/** What to do about the errors people make most; the parser's own words say what is wrong. */
const FIXES: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'check the indentation here and on the line before, and that brackets are closed',
  BLOCK_AS_IMPLICIT_KEY: 'put a value that contains ": " in quotes, or check the indentation',
  BLOCK_IN_FLOW: 'close the bracket before this line',
  MISSING_CHAR: 'check that quotes and brackets are closed and that keys end with a colon',
  MULTIPLE_DOCS: 'remove the line with ---',
  NON_STRING_KEY: 'keys are plain text',
  TAB_AS_INDENT: 'use spaces',
  TAG_RESOLVE_FAILED: 'write the plain value',
};

/** The syntax errors of a file and the first line they make unreadable. */
export interface Syntax {
  readonly problems: readonly Problem[];
  readonly firstLine: number;
}

/** Turns the parser's errors and warnings into problems, one per line: others on a line only follow. */
export function syntaxProblems(
  file: string,
  text: string,
  document: Document.Parsed,
  lines: LineCounter,
): Syntax {
  const byLine = new Map<number, Problem>();
  const add = (offset: number, what: string): void => {
    const { line, col } = lines.linePos(offset);
    if (byLine.has(line)) return;
    byLine.set(line, { at: { file, line, column: col }, path: '', text: `not valid YAML: ${what}` });
  };
  const errors = [...document.errors, ...document.warnings];
  const unclosed = findUnclosed(errors, document);
  for (const { start, text: what } of unclosed) add(start, what);
  // What the parser meets behind such a bracket or quote, and where it gives up, says nothing.
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const isConsequence = (offset: number): boolean =>
    unclosed.some(({ start, end }) => offset >= start && lineOf(offset) <= lineOf(end));
  for (const error of errors) {
    if (isConsequence(error.pos[0])) continue;
    const own =
      missingColonText(error, text) ??
      misplacedItemText(error, text) ??
      closedTooEarlyText(error, document, text);
    add(error.pos[0], own ?? describe(error));
  }
  const firstLine = Math.min(Infinity, ...byLine.keys());
  const first = byLine.get(firstLine);
  if (first)
    byLine.set(firstLine, { ...first, text: `${first.text}; the lines after it are not checked yet` });
  return { problems: [...byLine.values()], firstLine };
}

function describe({ code, message }: YAMLParseError | YAMLWarning): string {
  const what = lowerFirst(firstSentence(message));
  const fix = FIXES[code];
  return fix ? `${what}; ${fix}` : what;
}

function firstSentence(text: string): string {
  return text.split('; ')[0] ?? text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
