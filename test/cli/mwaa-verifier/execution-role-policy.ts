import { executionRole } from '../../../cli/mwaa-verifier/execution-role';
import { fixtureConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import { add, attributesAt } from '../../support/terraform-query';
import type { TerraformJson } from '../../support/terraform-json';
import { addressOf, findingsOf } from './describe-check';

/** A statement, with what tests change. */
export interface Statement {
  Sid?: string;
  Effect: string;
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string;
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** Address of the execution role. */
export const role = (json: TerraformJson) => addressOf(json, 'aws_iam_role', 'airflow-main_execution-role');
/** Address of its own policy. */
export const policy = (json: TerraformJson) =>
  addressOf(json, 'aws_iam_role_policy', 'airflow-main_execution-role');

/** Changes the statements of the role's own policy. */
export function edit(json: TerraformJson, change: (statements: Statement[]) => Statement[]): void {
  const attributes = attributesAt(json, policy(json));
  const { Version, Statement } = JSON.parse(String(attributes['policy'])) as {
    Version: string;
    Statement: Statement[];
  };
  attributes['policy'] = JSON.stringify({ Version, Statement: change(Statement) });
}

/** Changes the statement with some name. */
export function change(json: TerraformJson, sid: string, values: Partial<Statement>): string {
  edit(json, (statements) => {
    const found = statements.find(({ Sid }) => Sid === sid);
    if (found === undefined) throw new Error(`there is no statement ${sid}`);
    return statements.map((statement) => (statement === found ? { ...found, ...values } : statement));
  });
  return role(json);
}

/** Takes an action out of all statements of the role's own policy. */
export function takeAway(json: TerraformJson, action: string): string {
  edit(json, (statements) => {
    if (!statements.some(({ Action }) => [Action].flat().includes(action)))
      throw new Error(`nothing allows ${action}`);
    return statements
      .map((statement) => ({
        ...statement,
        Action: [statement.Action ?? []].flat().filter((name) => name !== action),
      }))
      .filter(({ Action }) => Action.length > 0);
  });
  return role(json);
}

/** Adds a statement that denies something, to the role's own policy. */
export function deny(json: TerraformJson, statement: Partial<Statement>): string {
  edit(json, (statements) => [
    ...statements,
    { Sid: 'Refused', Effect: 'Deny', Resource: '*', ...statement },
  ]);
  return policy(json);
}

/** Gives the role a permissions boundary. */
export function capped(json: TerraformJson, statements: Statement[]): string {
  const cap = add(json, 'aws_iam_policy', { policy: JSON.stringify({ Statement: statements }) });
  attributesAt(json, role(json))['permissions_boundary'] = `\${${cap}.arn}`;
  return role(json);
}

/** Changes after which the role still has all it needs. */
export function describeTaken(
  cases: readonly (readonly [sentence: string, breakIt: (json: TerraformJson) => void])[],
): void {
  const sandbox = parsedLandingZone(fixtureConfig())['sandbox'] ?? {};
  it.each(cases)('takes %s', (_, breakIt) => {
    const json = structuredClone(sandbox);
    breakIt(json);
    expect(findingsOf(executionRole, json)).toEqual([]);
  });
}
