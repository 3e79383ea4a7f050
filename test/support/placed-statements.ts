import { resources } from './terraform-query';
import type { RenderedStatement, TerraformJson } from './terraform-json';

/** A statement, and the resource whose policy it is in. */
export interface PlacedStatement {
  readonly address: string;
  readonly statement: RenderedStatement;
}

/** Attributes that hold policies, by what the policies are about. */
const PLACES = {
  identity: {
    aws_iam_policy: 'policy',
    aws_iam_role_policy: 'policy',
    aws_iam_user_policy: 'policy',
    aws_iam_group_policy: 'policy',
    aws_ssoadmin_permission_set_inline_policy: 'inline_policy',
  },
  trust: { aws_iam_role: 'assume_role_policy' },
  bucket: { aws_s3_bucket_policy: 'policy' },
  key: { aws_kms_key: 'policy', aws_kms_key_policy: 'policy' },
  topic: { aws_sns_topic_policy: 'policy', aws_sns_topic: 'policy' },
  queue: { aws_sqs_queue_policy: 'policy', aws_sqs_queue: 'policy' },
  catalog: { aws_glue_resource_policy: 'policy' },
  endpoint: { aws_vpc_endpoint: 'policy' },
} as const satisfies Record<string, Record<string, string>>;

/** What a policy is about. */
export type Place = keyof typeof PLACES;

/** All statements of the policies of one kind. */
export function statementsIn(json: TerraformJson, place: Place): PlacedStatement[] {
  return Object.entries(PLACES[place]).flatMap(([type, attribute]) =>
    resources(json, type).flatMap(({ address, attributes }) =>
      parsed(attributes[attribute]).map((statement) => ({ address, statement })),
    ),
  );
}

/** Addresses of the resources with a statement that something is wrong with, each once. */
export function statementsWhere(
  json: TerraformJson,
  place: Place,
  isWrong: (statement: RenderedStatement) => boolean,
): string[] {
  const wrong = statementsIn(json, place).filter(({ statement }) => isWrong(statement));
  return [...new Set(wrong.map(({ address }) => address))];
}

/** The same for statements that allow. */
export function allowancesWhere(
  json: TerraformJson,
  place: Place,
  isWrong: (statement: RenderedStatement) => boolean,
): string[] {
  return statementsWhere(json, place, (statement) => statement.Effect === 'Allow' && isWrong(statement));
}

/** What a test writes into a policy. */
export type Statement = { -readonly [Key in keyof RenderedStatement]?: unknown };

/**
 * Changes the first policy of a kind that has a statement with this Sid, or the very first.
 *
 * @returns address of the resource that has the policy
 */
export function changePolicy(
  json: TerraformJson,
  place: Place,
  change: (statements: Statement[]) => void,
  sid?: string,
): string {
  for (const [type, attribute] of Object.entries(PLACES[place])) {
    for (const { address, attributes } of resources(json, type)) {
      const all = parsed(attributes[attribute]) as Statement[];
      if (all.length === 0 || (sid !== undefined && !all.some(({ Sid }) => Sid === sid))) continue;
      change(all);
      attributes[attribute] = JSON.stringify({ Version: '2012-10-17', Statement: all });
      return address;
    }
  }
  throw new Error(`there is no ${place} policy${sid === undefined ? '' : ` with ${sid}`} to break`);
}

/** Adds a statement that allows something to the first policy of a kind. */
export function allow(json: TerraformJson, place: Place, statement: Statement): string {
  return changePolicy(json, place, (all) => all.push({ Sid: 'Broken', Effect: 'Allow', ...statement }));
}

export const actionsOf = ({ Action }: RenderedStatement): readonly string[] => [Action ?? []].flat();
export const resourcesOf = ({ Resource }: RenderedStatement): readonly string[] => [Resource ?? []].flat();

/** Whether one of the statement's actions, which may hold `*`, covers one of these. */
export function covers(statement: RenderedStatement, actions: readonly string[]): boolean {
  return actionsOf(statement).some((pattern) => {
    const matcher = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i');
    return actions.some((action) => matcher.test(action));
  });
}

/** Everybody whom a statement names, whatever their kind. */
export function principalsOf({ Principal }: RenderedStatement): readonly string[] {
  const principal: unknown = Principal;
  if (typeof principal === 'string') return [principal];
  return Object.values((principal ?? {}) as Record<string, string | string[]>).flat();
}

function parsed(policy: unknown): RenderedStatement[] {
  if (typeof policy !== 'string' || !policy.startsWith('{')) return [];
  return (JSON.parse(policy) as { Statement: RenderedStatement[] }).Statement;
}
