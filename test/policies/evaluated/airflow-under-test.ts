import { join } from 'node:path';
import { type Config, loadConfig } from '../../../config';
import { parsedLandingZone } from '../../support/landing-zone';
import { STAGE_ACCOUNT, StackPolicies } from '../../support/policies';
import { policyConfig } from '../../support/policy-config';
import { decide } from '../decide';
import { access, type Case, named, REGION } from './stage-under-test';

/** The Airflow environment of a stage, and what is around it. */
export interface AirflowUnderTest {
  readonly stack: StackPolicies;
  /** The execution role. */
  readonly role: string;
  /** The environment itself. */
  readonly environment: string;
  readonly bucket: string;
  /** Key of Airflow. */
  readonly key: string;
}

/** The stage as this repository ships it, and one with everything that policies can differ in. */
export const AIRFLOWS: readonly (readonly [string, AirflowUnderTest])[] = [
  ['as shipped', airflowOf(loadConfig(join(__dirname, '../../..')))],
  ['with everything', airflowOf(policyConfig())],
];

/** Key of a stage by its purpose. */
export function keyOf(stack: StackPolicies, purpose: string): string {
  const found = stack.all.find(({ title }) => title.startsWith(`key ${purpose}-key`));
  if (found === undefined) throw new Error(`there is no ${purpose} key`);
  return found.ownerArn;
}

/** Bucket of the lake by its purpose. */
export function lakeOf(stack: StackPolicies, purpose: string): string {
  return stack.arn('aws_s3_bucket', `sandbox-${purpose}-${STAGE_ACCOUNT}`);
}

/** One test per sentence: what a role may do, and what it may not. */
export function roleMay(
  { stack }: Pick<AirflowUnderTest, 'stack'>,
  principal: string,
  may: readonly Case[],
  mayNot: readonly Case[],
): void {
  it.each(named(may))('may $sentence', async ({ asked: [, action, resource, context] }) => {
    await expect(decide(stack, access(principal, action, resource, context))).resolves.toBe('Allowed');
  });
  it.each(named(mayNot))('may not $sentence', async ({ asked: [, action, resource, context] }) => {
    await expect(decide(stack, access(principal, action, resource, context))).resolves.toMatch(/Denied$/);
  });
}

function airflowOf(config: Config): AirflowUnderTest {
  const stack = new StackPolicies(parsedLandingZone(config)['sandbox'] ?? {});
  return {
    stack,
    role: stack.arn('aws_iam_role', '/sandbox-main-mwaa'),
    environment: `arn:aws:airflow:${REGION}:${STAGE_ACCOUNT}:environment/sandbox-main`,
    bucket: lakeOf(stack, 'airflow-main'),
    key: keyOf(stack, 'airflow'),
  };
}
