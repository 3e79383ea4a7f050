import {
  anonymousPrincipal,
  runSimulation,
  type EvaluationResult,
  type Simulation,
} from '@cloud-copilot/iam-simulate';
import { type PolicyJson, STAGE_ACCOUNT, type StackPolicies } from '../support/policies';

/** What AWS is asked. */
export interface Access {
  /** ARN of a role or user, name of a service, or `anonymous`. */
  readonly principal: string;
  readonly action: string;
  /** ARN, or `*` for actions that have no resources. */
  readonly resource: string;
  /** Condition keys of the request, besides `aws:SecureTransport`, which is true unless it is given. */
  readonly context?: Readonly<Record<string, string | string[]>>;
}

/** A policy that allows everything: what an administrator has, and the most another account can give its own. */
const EVERYTHING = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' }],
} satisfies PolicyJson;

/**
 * Asks whether the policies of a stack allow something. Found by themselves are the identity policies of a
 * role of the stack, and the policy of the role, bucket, key or topic that is asked about. Any other principal is
 * taken for an administrator of its account, so that what it is refused is refused by the stack.
 *
 * @param own policy of a principal that is not in the stack
 * @throws Error when the question makes no sense to IAM, such as a condition key that the action does not have
 */
export async function decide(
  stack: StackPolicies,
  access: Access,
  own?: PolicyJson,
): Promise<EvaluationResult> {
  const { principal, action, resource } = access;
  const context = { 'aws:SecureTransport': 'true', ...access.context };
  const cap = stack.arns('aws_iam_role').includes(principal) ? stack.boundary(principal) : undefined;
  const guardedBy = stack.resourcePolicy(ownerOf(resource))?.document;
  const simulation: Simulation = {
    request: {
      principal: principal === 'anonymous' ? anonymousPrincipal : principal,
      action,
      resource: { resource, accountId: STAGE_ACCOUNT },
      contextVariables: renamed(context),
    },
    identityPolicies: identityPolicies(stack, principal, own),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(cap === undefined || own
      ? {}
      : { permissionBoundaryPolicies: [{ name: cap.title, policy: cap.document }] }),
    ...(guardedBy === undefined ? {} : { resourcePolicy: renamed(guardedBy) }),
    additionalSettings: { s3: { blockPublicAccess: true } },
  };
  const answer = await runSimulation(simulation, {});
  if (answer.resultType === 'error') throw new Error(`${action} on ${resource}: ${JSON.stringify(answer)}`);
  // Asked about `*`, an action of several resources has an answer for each.
  const results = answer.resultType === 'wildcard' ? answer.results : [answer.result];
  const unknown = results.flatMap(({ ignoredContextKeys }) => ignoredContextKeys ?? []);
  if (unknown.length > 0) throw new Error(`${action} has no condition key ${unknown.join(', ')}`);
  return answer.overallResult;
}

/**
 * The library forgets keys that end in a text of the caller's choice after a colon, as
 * `kms:EncryptionContext:aws:s3:arn` does, and those of issuers of tokens, as `gitlab.com:sub`, and then finds that no
 * condition on them holds. Tags end so after a slash, which it knows; so each key is evaluated under such a name, in
 * policy and request alike.
 */
function renamed<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value).replace(
      /"(kms:EncryptionContext:[^"]+|[^":/]+\.[^":]+:(?:sub|aud))":/g,
      '"aws:RequestTag/$1":',
    ),
  ) as T;
}

function identityPolicies(stack: StackPolicies, principal: string, own: PolicyJson | undefined) {
  if (!principal.startsWith('arn:')) return [];
  if (own) return [{ name: 'own', policy: own }];
  if (!stack.arns('aws_iam_role').includes(principal)) return [{ name: 'everything', policy: EVERYTHING }];
  return stack.identityPolicies(principal).map(({ title, document }) => ({ name: title, policy: document }));
}

/** ARN of the thing whose policy counts: for an object its bucket. */
function ownerOf(resource: string): string {
  return resource.startsWith('arn:aws:s3:::') ? resource.replace(/\/.*$/s, '') : resource;
}
