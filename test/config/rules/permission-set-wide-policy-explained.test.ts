import { CORRECT, problemsWith } from '../environment-folder';

const withPolicy = (statement: unknown, rest = '') =>
  problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}identity: { permissionSets: { Auditor: { description: Looks, policyFile: policies/auditor.json${rest} } } }\n`,
    'policies/auditor.json': JSON.stringify({ Version: '2012-10-17', Statement: statement }),
  });

const allow = (Action: string | string[]) => ({ Effect: 'Allow', Action, Resource: '*' });
const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' };

const message = (statement: number, wide: string) =>
  `environments/organization.yaml:7:74  identity.permissionSets.Auditor.policyFile: statement ${statement} of environments/policies/auditor.json allows ${wide}, more than any job needs; list the actions it needs, or say in wideAccessReason why it must be all of them`;

describe('policies of its own that give a permission set more than any job needs', () => {
  it('are taken with a reason', () => {
    expect(withPolicy([allow('*')], ', wideAccessReason: our auditors insist on it')).toEqual([]);
  });

  it.each([
    ['some actions', READ],
    ['all of a service that hands out no access', allow(['s3:*', 'glue:*'])],
    ['some of one that does', allow(['iam:Get*', 'iam:List*', 'sts:GetCallerIdentity', 'ssm:*'])],
    ['a denial of everything', { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }],
    ['a denial of all of IAM', { Effect: 'Deny', Action: 'iam:*', Resource: '*' }],
  ])('say nothing about %s', (_, statement) => {
    expect(withPolicy([statement])).toEqual([]);
  });

  it.each([
    '*',
    '*:*',
    'iam:*',
    'organizations:*',
    'sso:*',
    'sso-directory:*',
    'identitystore:*',
    'account:*',
    'sts:*',
    'IAM:*',
  ])('fail without one: %s', (action) => {
    expect(withPolicy(allow(action))).toEqual([message(1, JSON.stringify(action))]);
  });

  it.each(['**', 'iam:**', 'iam:?*'])('fail when AWS reads %s as all', (action) => {
    expect(withPolicy(allow(action))).toEqual([message(1, JSON.stringify(action))]);
  });

  it('fail on one resource as on all, each statement by itself', () => {
    expect(
      withPolicy([
        READ,
        { ...allow(['s3:*', 'sts:*', 'iam:*']), Resource: 'arn:aws:iam::111122223333:role/a' },
        { ...allow('*'), Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
      ]),
    ).toEqual([message(2, '"sts:*", "iam:*"'), message(3, '"*"')]);
  });

  it('fail when they allow all but what they list', () => {
    expect(withPolicy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })).toEqual([
      message(1, 'all that NotAction does not list'),
    ]);
  });

  it('are left to another rule when they are no policies', () => {
    expect(withPolicy([null])).toEqual([expect.stringContaining('is no IAM policy for people')]);
  });
});
