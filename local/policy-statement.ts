/** A statement of a policy document, as it was written. */
export interface PolicyStatement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Wherever a policy may have a list, it may have a single value. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Whether a text fits a pattern of a policy, in which `*` is any text and `?` any character. */
export function matchesPattern(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

/** The statements of a document that its own service has accepted before. */
export function statementsOf(document: string): readonly PolicyStatement[] {
  return listOf((JSON.parse(document) as { Statement?: unknown }).Statement) as PolicyStatement[];
}

export interface ServiceAccess {
  /** Host-like name of the service: `airflow.amazonaws.com`. */
  readonly service: string;
  readonly action: string;
  /** Values of condition keys, in lower case, that the service sends along. Others are taken to be as it suits. */
  readonly context: Readonly<Record<string, string>>;
}

/** Whether a policy lets a service do something: an Allow that fits, and no Deny. */
export function allowsService(statements: readonly PolicyStatement[], access: ServiceAccess): boolean {
  const fitting = statements.filter((statement) => fits(statement, access));
  return fitting.some(({ Effect }) => Effect === 'Allow') && !fitting.some(({ Effect }) => Effect === 'Deny');
}

function fits(statement: PolicyStatement, access: ServiceAccess): boolean {
  const { Effect, Principal, Action, Condition } = statement;
  return (
    names(Principal, access.service) &&
    listOf(Action).some((action) =>
      matchesPattern(String(action).toLowerCase(), access.action.toLowerCase()),
    ) &&
    Object.entries(Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(
        ([key, wanted]) => holds(operator, wanted, access.context[key.toLowerCase()]) ?? Effect !== 'Deny',
      ),
    )
  );
}

function names(principal: unknown, service: string): boolean {
  if (principal === '*') return true;
  const { AWS, Service } = (principal ?? {}) as { AWS?: unknown; Service?: unknown };
  return listOf(AWS).includes('*') || listOf(Service).includes(service);
}

/** Whether a condition holds; undefined when that cannot be told. */
function holds(operator: string, wanted: unknown, value: string | undefined): boolean | undefined {
  if (value === undefined || !/^(?:String|Arn)(?:Equals|Like)(?:IfExists)?$/.test(operator)) return undefined;
  // The two operators for ARNs are the same: both know wildcards.
  const hasWildcards = !operator.startsWith('StringEquals');
  return listOf(wanted).some((one) =>
    hasWildcards ? matchesPattern(String(one), value) : String(one) === value,
  );
}
