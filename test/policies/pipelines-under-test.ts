import { CI_ROLE_NAMES, STAGE_BOUNDARY_NAMES, STAGE_ROLE_NAMES } from '../../modules/ci/role-names';
import { ciConfig, ciOrganizationConfig } from '../support/ci';
import { parsedLandingZone } from '../support/landing-zone';
import { STAGE_ACCOUNT, StackPolicies } from '../support/policies';
import { decide } from './decide';

const json = parsedLandingZone(ciConfig());
export const organization = new StackPolicies(json['organization'] ?? {});
/** The same with the organization's trail. */
export const watchedOrganization = new StackPolicies(
  parsedLandingZone(ciOrganizationConfig())['organization'] ?? {},
);
export const stage = new StackPolicies(json['sandbox'] ?? {});

export const roleOf = (name: string, account = STAGE_ACCOUNT) => `arn:aws:iam::${account}:role/${name}`;
export const CI_PLAN = roleOf(CI_ROLE_NAMES.plan);
export const CI_APPLY = roleOf(CI_ROLE_NAMES.apply);
export const PLAN = roleOf(STAGE_ROLE_NAMES.plan);
export const DEPLOY = roleOf(STAGE_ROLE_NAMES.deploy);
export const OWN_ROLE = roleOf('sandbox-emr-node');
export const WORKLOAD_CAP = `arn:aws:iam::${STAGE_ACCOUNT}:policy/${STAGE_BOUNDARY_NAMES.workload}`;
export const MANAGEMENT = '123456789012';

export type Access = Parameters<typeof decide>[1];

export const may = (stack: StackPolicies, access: Access) =>
  expect(decide(stack, access)).resolves.toBe('Allowed');
export const mayNot = (stack: StackPolicies, access: Access) =>
  expect(decide(stack, access)).resolves.toMatch(/Denied$/);

/** Whether a pattern of a policy covers an action. */
export function covers(pattern: string, action: string): boolean {
  return new RegExp(`^${pattern.replace(/\*/g, '.*')}$`, 'i').test(action);
}

/** Whether a cap has all that a pattern covers. */
export const isIn = (cap: readonly string[], pattern: string): boolean =>
  cap.some((candidate) => covers(candidate, pattern.replace(/\*/g, 'x')));
