import {
  CreateAccountAssignmentCommand,
  DeletePermissionSetCommand,
  DescribePermissionSetCommand,
  ListPermissionSetsCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdatePermissionSetCommand,
} from '@aws-sdk/client-sso-admin';
import { useCloud } from './cloud-under-test';
import {
  type IdentityCenterUnderTest,
  groupOf,
  identityCenterOf,
  permissionSetOf,
} from './identity-center-fixture';

const local = useCloud();
let center: IdentityCenterUnderTest;
beforeAll(async () => {
  center = await identityCenterOf(local);
});

test('a permission set is made, changed, found and deleted', async () => {
  const { sso } = center;
  const set = await permissionSetOf(center, 'Data_Engineer.v1', {
    Description: 'Builds',
    RelayState: 'https://a.example',
  });
  const describe = async () => (await sso.send(new DescribePermissionSetCommand(set))).PermissionSet;
  expect(await describe()).toMatchObject({
    Name: 'Data_Engineer.v1',
    Description: 'Builds',
    RelayState: 'https://a.example',
    SessionDuration: 'PT1H',
    CreatedDate: expect.any(Date) as Date,
  });
  expect(set.PermissionSetArn).toMatch(/^arn:aws:sso:::permissionSet\/ssoins-\w{16}\/ps-\w{16}$/);

  await sso.send(new UpdatePermissionSetCommand({ ...set, SessionDuration: 'PT12H' }));
  const changed = await describe();
  expect(changed).toMatchObject({ Description: 'Builds', SessionDuration: 'PT12H' });
  // An update takes the relay state away unless it names it again.
  expect(changed?.RelayState).toBeUndefined();

  await sso.send(new DeletePermissionSetCommand(set));
  await expect(describe()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('permission sets are listed page by page', async () => {
  const { sso, InstanceArn } = center;
  const made = [await permissionSetOf(center, 'One'), await permissionSetOf(center, 'Two')];
  const first = await sso.send(new ListPermissionSetsCommand({ InstanceArn, MaxResults: 1 }));
  const second = await sso.send(new ListPermissionSetsCommand({ InstanceArn, NextToken: first.NextToken }));
  expect(first.PermissionSets).toHaveLength(1);
  expect([...(first.PermissionSets ?? []), ...(second.PermissionSets ?? [])]).toEqual(
    made.map(({ PermissionSetArn }) => PermissionSetArn),
  );
  expect(second.NextToken).toBeUndefined();
  for (const set of made) await sso.send(new DeletePermissionSetCommand(set));
});

test('its tags are listed, added and taken away', async () => {
  const { sso, InstanceArn } = center;
  const { PermissionSetArn } = await permissionSetOf(center, 'Tagged', { Tags: [{ Key: 'a', Value: '1' }] });
  const resource = { InstanceArn, ResourceArn: PermissionSetArn };
  await sso.send(new TagResourceCommand({ ...resource, Tags: [{ Key: 'b', Value: '2' }] }));
  await sso.send(new UntagResourceCommand({ ...resource, TagKeys: ['a'] }));
  expect((await sso.send(new ListTagsForResourceCommand(resource))).Tags).toEqual([{ Key: 'b', Value: '2' }]);
});

test.each([
  ['a name of 33 characters', { Name: 'x'.repeat(33) }, /at 'name' .* length less than or equal to 32/],
  ['a name with a space', { Name: 'Data Engineer' }, /at 'name' .* regular expression pattern/],
  ['an empty description', { Description: '' }, /at 'description' .* length greater than or equal to 1/],
  ['a description of 701 characters', { Description: 'x'.repeat(701) }, /at 'description' .* equal to 700/],
  ['a description beyond Latin-1', { Description: 'Ł' }, /at 'description' .* regular expression pattern/],
  ['a session that is no duration', { SessionDuration: '8 hours' }, /at 'sessionDuration' .* pattern/],
  ['a session below an hour', { SessionDuration: 'PT59M' }, /PT59M is not between 1 hour and 12 hours/],
  ['a session above 12 hours', { SessionDuration: 'PT12H1S' }, /PT12H1S is not between/],
  ['a session of days', { SessionDuration: 'P1D' }, /P1D is not between/],
  ['a relay state with a line end', { RelayState: 'https://a\n' }, /at 'relayState' .* pattern/],
])('fails with %s', async (_, wrong, message) => {
  const made = permissionSetOf(center, 'Fine', wrong);
  await expect(made).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringMatching(message) as string,
  });
});

test('fails on a second permission set of the name', async () => {
  await permissionSetOf(center, 'Twice');
  await expect(permissionSetOf(center, 'Twice')).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'PermissionSet with name Twice already exists.',
  });
});

test('fails to delete one that somebody has', async () => {
  const set = await permissionSetOf(center, 'InUse');
  const PrincipalId = await groupOf(center, 'users of InUse');
  const target = {
    TargetId: '123456789012',
    TargetType: 'AWS_ACCOUNT',
    PrincipalType: 'GROUP',
    PrincipalId,
  } as const;
  await center.sso.send(new CreateAccountAssignmentCommand({ ...set, ...target }));
  await expect(center.sso.send(new DeletePermissionSetCommand(set))).rejects.toMatchObject({
    name: 'ConflictException',
    message: expect.stringContaining('123456789012') as string,
  });
});
