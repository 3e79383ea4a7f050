import {
  EnableAWSServiceAccessCommand,
  OrganizationsClient,
  RegisterDelegatedAdministratorCommand,
} from '@aws-sdk/client-organizations';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const call = (method: string, input?: object) => boto3Call(local, 'accessanalyzer', method, input);
const arn = 'arn:aws:access-analyzer:eu-west-1:123456789012:analyzer/account';

test('an analyzer is made, described, listed, tagged and deleted', async () => {
  const [made, got, listed, , , tags, , gone] = await boto3(local, 'accessanalyzer', [
    ['create_analyzer', { analyzerName: 'account', type: 'ACCOUNT', tags: { a: '1', b: '2' } }],
    ['get_analyzer', { analyzerName: 'account' }],
    ['list_analyzers', { type: 'ACCOUNT' }],
    ['tag_resource', { resourceArn: arn, tags: { c: '3' } }],
    ['untag_resource', { resourceArn: arn, tagKeys: ['a', 'b'] }],
    ['list_tags_for_resource', { resourceArn: arn }],
    ['delete_analyzer', { analyzerName: 'account' }],
    ['get_analyzer', { analyzerName: 'account' }],
  ]);
  expect(made?.output).toEqual({ arn });
  expect(got?.output?.analyzer).toMatchObject({
    arn,
    name: 'account',
    type: 'ACCOUNT',
    status: 'ACTIVE',
    tags: { a: '1', b: '2' },
  });
  expect(listed?.output?.analyzers).toEqual([got?.output?.analyzer]);
  expect(tags?.output).toEqual({ tags: { c: '3' } });
  expect(gone).toMatchObject({ code: 'ResourceNotFoundException', status: 404 });
});

test('each account has its own', async () => {
  await call('create_analyzer', { analyzerName: 'mine', type: 'ACCOUNT' });
  const account = await memberAccount(local);
  const { output } = await boto3Call(local, 'accessanalyzer', 'list_analyzers', {}, { account });
  expect(output).toEqual({ analyzers: [] });
  await call('delete_analyzer', { analyzerName: 'mine' });
});

test('fails on a second analyzer of the name, and of the type', async () => {
  const [, name, type] = await boto3(local, 'accessanalyzer', [
    ['create_analyzer', { analyzerName: 'one', type: 'ACCOUNT' }],
    ['create_analyzer', { analyzerName: 'one', type: 'ACCOUNT_UNUSED_ACCESS' }],
    ['create_analyzer', { analyzerName: 'two', type: 'ACCOUNT' }],
  ]);
  expect(name).toMatchObject({ code: 'ConflictException', status: 409 });
  expect(type).toMatchObject({ code: 'ServiceQuotaExceededException', status: 402 });
});

test('fails on bad input, naming every field', async () => {
  const called = await call('create_analyzer', { analyzerName: '1st', type: 'EVERYTHING' });
  expect(called).toMatchObject({ code: 'ValidationException', status: 400 });
  expect(called.message).toMatch(
    /^2 validation errors detected: Value '1st' at 'analyzerName' failed .* pattern: .*; Value 'EVERYTHING' at 'type' failed .* enum value set: \[ACCOUNT, /,
  );
});

test('analyzers of the organization need trusted access, and in a member account delegation', async () => {
  const organizations = new OrganizationsClient(awsClientConfig(local.cloud));
  const ServicePrincipal = 'access-analyzer.amazonaws.com';
  const AccountId = await memberAccount(local, 'audit');
  const make = (account?: string) =>
    boto3Call(
      local,
      'accessanalyzer',
      'create_analyzer',
      { analyzerName: 'all', type: 'ORGANIZATION' },
      { account },
    );
  expect(await make()).toMatchObject({ code: 'ValidationException' });
  await organizations.send(new EnableAWSServiceAccessCommand({ ServicePrincipal }));
  expect((await make()).code).toBeUndefined();
  expect(await make(AccountId)).toMatchObject({ code: 'ValidationException' });
  await organizations.send(new RegisterDelegatedAdministratorCommand({ AccountId, ServicePrincipal }));
  expect((await make(AccountId)).code).toBeUndefined();
});
