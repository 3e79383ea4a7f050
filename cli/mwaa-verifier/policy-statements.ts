import { type Resource, text, texts, type VerifiedEnvironment } from './verified-environment';

/** One statement of a policy that stands as JSON text in an attribute. */
export interface Statement {
  readonly Effect?: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Principal?: string | Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Statements of a policy. */
export function statementsOf({ attributes }: Resource): Statement[] {
  const document = JSON.parse(text(attributes['policy']) ?? '{}') as {
    Statement?: Statement | Statement[];
  };
  return document.Statement === undefined ? [] : [document.Statement].flat();
}

/** What the execution role of an environment is allowed: its own policies and those of the stack attached to it. */
export function executionRoleStatements(environment: VerifiedEnvironment): Statement[] {
  const [role] = environment.referred(environment.attributes['execution_role_arn'], 'aws_iam_role');
  if (role === undefined) return [];
  const attached = environment
    .companions('aws_iam_role_policy_attachment', 'role', role)
    .flatMap(({ attributes }) => environment.referred(attributes['policy_arn'], 'aws_iam_policy'));
  return [...environment.companions('aws_iam_role_policy', 'role', role), ...attached].flatMap(statementsOf);
}

/** Whether a statement allows an action on a resource, as far as that can be read off without conditions. */
export function allows(statement: Statement, action: string, resource: string): boolean {
  return (
    statement.Effect === 'Allow' &&
    texts(statement.Action).some((pattern) => matches(pattern, action)) &&
    texts(statement.Resource).some((pattern) => matchesArn(pattern, resource))
  );
}

/** Whether a pattern of IAM, in which `*` and `?` stand for other text, is about a text. References stand for any. */
export function matches(pattern: string, found: string): boolean {
  const expression = withoutReferences(pattern)
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 'is').test(found);
}

/** The same for ARNs, in which the account is often not known before a deploy and is taken to be the right one. */
export function matchesArn(pattern: string, arn: string): boolean {
  return matches(withoutAccount(withoutReferences(pattern)), withoutAccount(arn));
}

const withoutReferences = (template: string): string => template.replace(/\$\{[^}]*\}/g, '*');

/** The account is the fifth part of an ARN. */
function withoutAccount(arn: string): string {
  const parts = arn.split(':');
  return parts.length < 6 ? arn : parts.with(4, '*').join(':');
}
