import { parsedLandingZone } from '../../support/landing-zone';
import { STAGE_ACCOUNT, StackPolicies } from '../../support/policies';
import { policyConfig, PRODUCER_ACCOUNT } from '../../support/policy-config';
import { type Access, decide } from '../decide';

/** A stage with everything that policies can differ in, and whom they are about. */
export const config = policyConfig();
export const stack = new StackPolicies(parsedLandingZone(config)['sandbox'] ?? {});
export const REGION = 'eu-west-1';

const roleOf = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;

export const NODE = stack.arn('aws_iam_role', 'emr-node');
export const SERVICE = stack.arn('aws_iam_role', 'emr-service');
export const FLOW_LOG = stack.arn('aws_iam_role', 'vpc-flow-log');
export const CRAWLER = stack.arn('aws_iam_role', 'events-crawler');
export const DAILY = stack.arn('aws_iam_role', 'step-events-daily');
export const REPORT = stack.arn('aws_iam_role', 'step-report');
export const ADMIN = roleOf(STAGE_ACCOUNT, 'admin');
export const STRANGER = roleOf('777788889999', 'admin');
export const KAFKA = roleOf(PRODUCER_ACCOUNT, 'kafka-connect');
export const FIREHOSE = roleOf(STAGE_ACCOUNT, 'firehose');

const bucket = (purpose: string) => stack.arn('aws_s3_bucket', `-${purpose}-${STAGE_ACCOUNT}`);

export const RAW = bucket('raw');
export const CURATED = bucket('curated');
export const RESULTS = bucket('query-results');
export const ARTIFACTS = bucket('artifacts');
export const ACCESS_LOGS = bucket('access-logs');

export const [DATA_KEY, LOGS_KEY] = ['data', 'logs'].map((purpose) => {
  const found = stack.all.find(({ title }) => title.startsWith(`key ${purpose}-key`));
  if (found === undefined) throw new Error(`there is no ${purpose} key`);
  return found.ownerArn;
}) as [string, string];

export const glue = (rest: string) => `arn:aws:glue:${REGION}:${STAGE_ACCOUNT}:${rest}`;
export const THROUGH_S3 = { 'kms:ViaService': `s3.${REGION}.amazonaws.com` };
export const THROUGH_GLUE = { 'kms:ViaService': `glue.${REGION}.amazonaws.com` };
export const inBucket = (arn: string) => ({ 'kms:EncryptionContext:aws:s3:arn': arn });
export const below = (prefix: string) => ({ 's3:prefix': prefix });

/** A listing that asks for folders only. */
export const folders = (prefix: string) => ({ ...below(prefix), 's3:delimiter': '/' });

/** A sentence, and what is asked: action, resource, and the request's own condition keys. */
export type Case = readonly [string, string, string, Record<string, string>?];

/** Cases for a table of tests, which are named by their sentences. */
export const named = (cases: readonly Case[]) => cases.map((asked) => ({ sentence: asked[0], asked }));

/** One test per sentence: what somebody may do, and what it may not. */
export function itDecides(
  who: string,
  principal: string,
  may: readonly Case[],
  mayNot: readonly Case[],
): void {
  describe(who, () => {
    it.each(named(may))('may $sentence', async ({ asked: [, action, resource, context] }) => {
      await expect(decide(stack, access(principal, action, resource, context))).resolves.toBe('Allowed');
    });
    it.each(named(mayNot))('may not $sentence', async ({ asked: [, action, resource, context] }) => {
      await expect(decide(stack, access(principal, action, resource, context))).resolves.toMatch(/Denied$/);
    });
  });
}

/** What is asked, without a context where there is none. */
export function access(
  principal: string,
  action: string,
  resource: string,
  context?: Record<string, string>,
): Access {
  return { principal, action, resource, ...(context ? { context } : {}) };
}

/** What an upload says that asks for a KMS key. */
export function encryptedWith(keyArn: string): Record<string, string> {
  return {
    's3:x-amz-server-side-encryption': 'aws:kms',
    's3:x-amz-server-side-encryption-aws-kms-key-id': keyArn,
  };
}
