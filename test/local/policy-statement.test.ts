import { allowsService, statementsOf } from '../../local/policy-statement';

const assume = {
  service: 'airflow.amazonaws.com',
  action: 'sts:AssumeRole',
  context: {
    'aws:sourceaccount': '123456789012',
    'aws:sourcearn': 'arn:aws:airflow:eu-west-1:123456789012:environment/main',
  },
};
const allow = {
  Effect: 'Allow',
  Principal: { Service: 'airflow.amazonaws.com' },
  Action: 'sts:AssumeRole',
};
const deny = { ...allow, Effect: 'Deny' };
const allows = (...statements: object[]) =>
  allowsService(statementsOf(JSON.stringify({ Statement: statements })), assume);
const sourceIs = (operator: string, arn: string) => ({ Condition: { [operator]: { 'aws:SourceArn': arn } } });

test.each<[string, object]>([
  ['that names it', allow],
  ['that names it among others', { ...allow, Principal: { Service: ['x.amazonaws.com', assume.service] } }],
  ['for everybody', { ...allow, Principal: '*' }],
  ['for every AWS principal', { ...allow, Principal: { AWS: '*' } }],
  ['with a pattern of actions, in any case', { ...allow, Action: ['sts:assume*'] }],
  [
    'whose condition holds',
    { ...allow, ...sourceIs('ArnLike', 'arn:aws:airflow:*:123456789012:environment/*') },
  ],
  ['whose ARN condition has wildcards', { ...allow, ...sourceIs('ArnEquals', 'arn:aws:airflow:*') }],
  ['with a condition on what nobody knows', { ...allow, Condition: { Bool: { 'aws:Unknown': 'true' } } }],
])('a service is let in by a statement %s', (_, statement) => {
  expect(allows(statement)).toBe(true);
});

test.each<[string, object[]]>([
  ['no statement', []],
  ['a statement for another service', [{ ...allow, Principal: { Service: 'ec2.amazonaws.com' } }]],
  ['a statement for another action', [{ ...allow, Action: 'sts:TagSession' }]],
  ['a condition that does not hold', [{ ...allow, ...sourceIs('ArnLike', 'arn:aws:airflow:us-*') }]],
  ['a wildcard that is none', [{ ...allow, ...sourceIs('StringEquals', 'arn:aws:airflow:*') }]],
  ['a denial beside the permission', [allow, deny]],
])('fails to let a service in with %s', (_, statements) => {
  expect(allows(...statements)).toBe(false);
});

test('a denial on a condition that nobody knows is not taken for one', () => {
  expect(allows(allow, { ...deny, Condition: { Bool: { 'aws:SecureTransport': 'false' } } })).toBe(true);
});
