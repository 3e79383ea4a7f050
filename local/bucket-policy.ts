import { ServiceError } from './aws-error';
import { matchesPattern } from './policy-pattern';

/** A statement as far as S3 looks at it before it stores a policy. */
export interface BucketPolicyStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Condition keys that name somebody: a statement that fixes one of them is not public. */
const FIXING_KEYS = new Set([
  'aws:principalaccount', 'aws:principalarn', 'aws:principalorgid', 'aws:principalorgpaths', 'aws:sourceaccount',
  'aws:sourcearn', 'aws:sourceip', 'aws:sourceorgid', 'aws:sourceowner', 'aws:sourcevpc', 'aws:sourcevpce',
  'aws:userid', 's3:dataaccesspointaccount', 's3:dataaccesspointarn', 's3:x-amz-server-side-encryption-aws-kms-key-id',
]); // prettier-ignore

/**
 * Reads a bucket policy, refusing what S3 refuses: no JSON, missing elements, other services' actions, other
 * buckets' resources.
 *
 * Source: "MalformedPolicy" among the S3 error codes (https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html).
 * Whether principals exist is not looked at: those of other organizations cannot be known here.
 */
export function readBucketPolicy(text: string, bucket: string): readonly BucketPolicyStatement[] {
  const document = parsed(text);
  const statements = listOf(document.Statement);
  if (statements.length === 0) throw malformed('Missing required field Statement');
  return statements.map((statement) => {
    if (typeof statement !== 'object' || statement === null)
      throw malformed('Statement must be a JSON object');
    return checkedStatement(statement as Record<string, unknown>, bucket);
  });
}

/**
 * Whether a policy lets everybody in: an Allow for `*` without a condition that says who, from where or for
 * whom.
 *
 * Source: 'The meaning of "public"', Blocking public access to your Amazon S3 storage
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html).
 */
export function isPublic(statements: readonly BucketPolicyStatement[]): boolean {
  return statements.some(
    ({ Effect, Principal, NotPrincipal, Condition }) =>
      Effect === 'Allow' && (NotPrincipal !== undefined || isEverybody(Principal)) && !fixes(Condition),
  );
}

/** Whether a policy lets S3 deliver server access logs below a prefix. Conditions are not looked at. */
export function mayDeliverLogs(policy: string | undefined, bucket: string, prefix: string): boolean {
  if (policy === undefined) return false;
  return readBucketPolicy(policy, bucket).some(
    ({ Effect, Principal, Action, Resource }) =>
      Effect === 'Allow' &&
      (isEverybody(Principal) || isLogDelivery(Principal)) &&
      listOf(Action).some((action) => matchesPattern(String(action).toLowerCase(), 's3:putobject')) &&
      listOf(Resource).some((resource) =>
        // Names of logs begin with their date: any object below the prefix will do for all.
        matchesPattern(String(resource), `arn:aws:s3:::${bucket}/${prefix}2026-01-01-00-00-00-0`),
      ),
  );
}

function isLogDelivery(principal: unknown): boolean {
  const service =
    typeof principal === 'object' && principal !== null ? (principal as { Service?: unknown }).Service : [];
  return listOf(service).includes('logging.s3.amazonaws.com');
}

function parsed(text: string): Record<string, unknown> {
  if (!text.startsWith('{')) throw malformed("Policies must be valid JSON and the first byte must be '{'");
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw malformed('This policy contains invalid Json');
  }
}

function checkedStatement(statement: Record<string, unknown>, bucket: string): BucketPolicyStatement {
  const { Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource } = statement;
  if (Effect === undefined) throw malformed('Missing required field Effect');
  if (Effect !== 'Allow' && Effect !== 'Deny') throw malformed(`Invalid effect: ${JSON.stringify(Effect)}`);
  if (Principal === undefined && NotPrincipal === undefined)
    throw malformed('Missing required field Principal');
  if (!hasPossiblePrincipals(Principal ?? NotPrincipal)) throw malformed('Invalid principal in policy');
  const actions = listOf(Action ?? NotAction);
  if (actions.length === 0) throw malformed('Missing required field Action');
  if (!actions.every((action) => /^(?:s3:[\w*?]+|\*)$/i.test(String(action))))
    throw malformed('Policy has invalid action');
  const resources = listOf(Resource ?? NotResource);
  if (resources.length === 0) throw malformed('Missing required field Resource');
  const arn = new RegExp(`^arn:aws[a-z-]*:s3:::${bucket.replaceAll('.', '\\.')}(?:/.*)?$`, 's');
  if (!resources.every((resource) => arn.test(String(resource)) || resource === '*'))
    throw malformed('Policy has invalid resource');
  return statement as unknown as BucketPolicyStatement;
}

function hasPossiblePrincipals(principal: unknown): boolean {
  if (principal === '*') return true;
  if (typeof principal !== 'object' || principal === null) return false;
  return Object.entries(principal).every(([kind, values]) =>
    listOf(values).every((value) => {
      if (kind === 'Service') return /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(String(value));
      // Ids such as AROA… stand for principals that have been deleted: S3 does not take them.
      return kind !== 'AWS' || /^(?:\*|\d{12}|arn:aws[a-z-]*:(?:iam|sts)::\d{12}:\S+)$/.test(String(value));
    }),
  );
}

function isEverybody(principal: unknown): boolean {
  if (principal === '*') return true;
  const aws = typeof principal === 'object' && principal !== null ? (principal as { AWS?: unknown }).AWS : [];
  return listOf(aws).includes('*');
}

function fixes(condition: BucketPolicyStatement['Condition']): boolean {
  return Object.entries(condition ?? {}).some(
    ([operator, keys]) =>
      !/^Null$|Not|IfExists/.test(operator) &&
      Object.entries(keys).some(
        ([key, values]) =>
          FIXING_KEYS.has(key.toLowerCase()) &&
          // A wildcard or a policy variable is no fixed value, and 0.0.0.0/0 is everywhere.
          listOf(values).every((value) => !/^\*$|\$\{|^(?:0\.0\.0\.0|::)\/0$/.test(String(value))),
      ),
  );
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function malformed(message: string): ServiceError {
  return new ServiceError({ code: 'MalformedPolicy', message });
}
