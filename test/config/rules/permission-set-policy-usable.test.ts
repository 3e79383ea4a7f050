import { CORRECT, problemsWith } from '../environment-folder';

const withPolicy = (text: string | null) =>
  problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}identity: { permissionSets: { Auditor: { description: Looks, policyFile: policies/auditor.json } } }\n`,
    'policies/auditor.json': text,
  });

const policy = (statement: object, Version: string | undefined = '2012-10-17') =>
  JSON.stringify({ Version, Statement: [statement] });
const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/${aws:userid}/*' };

describe('the policy file of a permission set', () => {
  it('may be a policy with variables', () => {
    expect(withPolicy(policy(READ))).toEqual([]);
  });

  it('may be long as long as it is white space', () => {
    expect(withPolicy(policy(READ) + ' '.repeat(20_000))).toEqual([]);
  });

  it.each([
    ['is not there', null, 'expected a file environments/policies/auditor.json, found none'],
    ['is no JSON', '{', 'expected JSON, found what cannot be read'],
    ['is of the old version', policy(READ, '2008-10-17'), 'expected "Version": "2012-10-17"'],
    ['has no action', policy({ ...READ, Action: undefined }), 'expected in statement 1 Effect'],
    ['has a principal', policy({ ...READ, Principal: '*' }), 'and no Principal; correct it'],
    [
      'is longer than Identity Center takes',
      policy({ ...READ, Sid: 'x'.repeat(10_240) }),
      'expected a policy of at most 10240 characters',
    ],
    ['is larger than Identity Center takes', policy(READ) + ' '.repeat(33_000), 'and 32768 bytes with it'],
  ])('fails when it %s', (_, text, message) => {
    expect(withPolicy(text)).toEqual([expect.stringContaining(message)]);
  });
});
