import { IDENTITY_CENTER_LIMITS } from '../limits/identity-center';
import type { Attachments } from '../source/attachments';
import type { Rule } from './rule';

/** The policy file of a permission set is there, is a policy, and is no longer than Identity Center takes. */
export const permissionSetPolicyUsable: Rule = ({ organization, attachments }) =>
  Object.entries(organization?.config.identity?.permissionSets ?? {}).flatMap(([set, value]) => {
    if (value?.policyFile === undefined) return [];
    const text = complaint(value.policyFile, attachments);
    if (organization === undefined || text === undefined) return [];
    return [organization.problem(text, ['identity', 'permissionSets', set, 'policyFile'])];
  });

function complaint(file: string, attachments: Attachments): string | undefined {
  const attached = attachments.file(file);
  if (!('found' in attached))
    return `expected a file environments/${file}, found none that can be read (${attached.errorCode}); make it, or correct the path, which begins below environments/`;
  const text = attached.found.toString('utf8');
  const length = text.replace(/\s/g, '').length;
  const { inlinePolicyCharacters, inlinePolicyBytes } = IDENTITY_CENTER_LIMITS;
  if (length > inlinePolicyCharacters || attached.found.length > inlinePolicyBytes)
    return `expected a policy of at most ${inlinePolicyCharacters} characters without white space, and ${inlinePolicyBytes} bytes with it, found ${length} and ${attached.found.length}; put what others may use too into a permission set of its own`;
  const wrong = mistakeOf(text);
  return wrong === undefined ? undefined : `environments/${file} is no IAM policy for people: ${wrong}`;
}

/** What Identity Center would refuse much later, without saying where. */
function mistakeOf(text: string): string | undefined {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch (error) {
    return `expected JSON, found what cannot be read (${(error as Error).message}); correct it`;
  }
  const { Version, Statement } = (policy ?? {}) as { Version?: unknown; Statement?: unknown };
  if (Version !== '2012-10-17')
    return `expected "Version": "2012-10-17", without which IAM takes variables for text; write it`;
  const statements = [Statement].flat() as (Record<string, unknown> | undefined)[];
  const broken = statements.findIndex((statement) => !isStatement(statement));
  if (broken === -1) return undefined;
  return `expected in statement ${broken + 1} Effect Allow or Deny, an Action and a Resource (or NotAction, NotResource), and no Principal; correct it`;
}

function isStatement(statement: Record<string, unknown> | undefined): boolean {
  if (typeof statement !== 'object' || statement === null) return false;
  const { Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal } = statement;
  return (
    (Effect === 'Allow' || Effect === 'Deny') &&
    (Action === undefined) !== (NotAction === undefined) &&
    (Resource === undefined) !== (NotResource === undefined) &&
    Principal === undefined &&
    NotPrincipal === undefined
  );
}
