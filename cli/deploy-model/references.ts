/** What an expression may name that is no part of the graph. */
const NO_NODE: ReadonlySet<string> = new Set([
  'self',
  'each',
  'count',
  'path',
  'terraform',
  'var',
  'provider',
]);

/**
 * Addresses that the templates in a value refer to: `aws_vpc.main`, `data.aws_region.here`, `local.name`.
 *
 * @param value any JSON; strings are Terraform templates, also inside lists, objects and JSON policies
 */
export function referencesIn(value: unknown): Set<string> {
  const found = new Set<string>();
  visit(value, (text) => {
    for (const expression of expressionsIn(text)) collect(expression, found);
  });
  return found;
}

/** The address that a traversal such as `aws_vpc.main[0].id` is about; undefined when it is about no node. */
export function addressOf(traversal: string): string | undefined {
  const [root = '', second, third] = traversal.replace(/\[[^\]]*\]/g, '').split('.');
  if (NO_NODE.has(root) || second === undefined) return undefined;
  return root === 'data' ? `data.${second}.${third ?? ''}` : `${root}.${second}`;
}

function visit(value: unknown, onText: (text: string) => void): void {
  if (typeof value === 'string') onText(value);
  else if (Array.isArray(value)) for (const item of value) visit(item, onText);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === '//') continue; // cdktf's metadata: Terraform reads it as a comment
      onText(key);
      visit(item, onText);
    }
  }
}

/** What stands between `${` and its `}`, or `%{` and its `}`; a doubled `$` or `%` is text. */
function expressionsIn(template: string): string[] {
  const expressions: string[] = [];
  for (let at = 0; at < template.length; at++) {
    const two = template.slice(at, at + 2);
    if (two === '$$' || two === '%%') at += 2;
    else if (two === '${' || two === '%{') {
      const end = endOfExpression(template, at + 2);
      expressions.push(template.slice(at + 2, end));
      at = end;
    }
  }
  return expressions;
}

/** Where the brace is that closes an expression; braces in its strings do not count, those of templates in them do. */
function endOfExpression(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at + 1);
    else if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return at;
  }
  return text.length;
}

/** Where the quote is that ends a string. */
function endOfString(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
    else if (/^(\$\$|%%)\{/.test(text.slice(at, at + 3))) at += 2;
    else if (/^[$%]\{/.test(text.slice(at, at + 2))) at = endOfExpression(text, at + 2);
  }
  return text.length;
}

function collect(expression: string, found: Set<string>): void {
  let code = '';
  for (let at = 0; at < expression.length; at++) {
    if (expression[at] !== '"') {
      code += expression[at];
      continue;
    }
    const end = endOfString(expression, at + 1);
    for (const nested of expressionsIn(expression.slice(at + 1, end))) collect(nested, found);
    code += '""';
    at = end;
  }
  const bound = loopVariables(code);
  for (const [traversal] of code.matchAll(
    /(?<![\w.\])-])[A-Za-z_][\w-]*(\s*\.\s*[A-Za-z_*][\w-]*|\[[^\]]*\])*/g,
  )) {
    const compact = traversal.replaceAll(/\s/g, '');
    const address = bound.has(compact.split(/[.[]/, 1)[0] ?? '') ? undefined : addressOf(compact);
    if (address !== undefined) found.add(address);
    // An index is an expression of its own: aws_subnet.private[local.zone].
    for (const [, index = ''] of traversal.matchAll(/\[([^\]]*)\]/g))
      if (/[A-Za-z]/.test(index)) collect(index, found);
  }
}

/** Names that `for` binds: `[for account in self.accounts : account.id]` refers to no `account`. */
function loopVariables(code: string): Set<string> {
  const names = [...code.matchAll(/\bfor\s+([\w-]+)(?:\s*,\s*([\w-]+))?\s+in\b/g)];
  return new Set(names.flatMap(([, first, second]) => [first, second]).filter((name) => name !== undefined));
}
