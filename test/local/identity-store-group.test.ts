import {
  CreateGroupCommand,
  CreateGroupMembershipCommand,
  CreateUserCommand,
  DeleteGroupCommand,
  DeleteGroupMembershipCommand,
  DescribeGroupCommand,
  DescribeGroupMembershipCommand,
  GetGroupIdCommand,
  IsMemberInGroupsCommand,
  ListGroupMembershipsCommand,
  ListGroupMembershipsForMemberCommand,
  ListGroupsCommand,
  UpdateGroupCommand,
} from '@aws-sdk/client-identitystore';
import { useCloud } from './cloud-under-test';
import { type IdentityCenterUnderTest, groupOf, identityCenterOf } from './identity-center-fixture';

const local = useCloud({ seed: { groups: ['Seeded'] } });
let center: IdentityCenterUnderTest;
beforeAll(async () => {
  center = await identityCenterOf(local);
});

const NOBODY = '11111111-2222-3333-4444-555555555555';
const named = (name: string) => ({
  UniqueAttribute: { AttributePath: 'DisplayName', AttributeValue: name },
});
const idOf = async (name: string) => {
  const { store, IdentityStoreId } = center;
  return (await store.send(new GetGroupIdCommand({ IdentityStoreId, AlternateIdentifier: named(name) })))
    .GroupId;
};

test('a group is made, found by name, changed and deleted', async () => {
  const { store, IdentityStoreId } = center;
  const made = await store.send(
    new CreateGroupCommand({ IdentityStoreId, DisplayName: 'Own', Description: 'Mine' }),
  );
  const group = { IdentityStoreId, GroupId: made.GroupId };
  expect(await idOf('Own')).toBe(made.GroupId);
  expect(await store.send(new DescribeGroupCommand(group))).toMatchObject({
    DisplayName: 'Own',
    Description: 'Mine',
  });

  const Operations = [
    { AttributePath: 'displayName', AttributeValue: 'Renamed' },
    { AttributePath: 'description', AttributeValue: 'Ours' },
  ];
  await store.send(new UpdateGroupCommand({ ...group, Operations }));
  const changed = await store.send(new DescribeGroupCommand(group));
  expect(changed).toMatchObject({ DisplayName: 'Renamed', Description: 'Ours' });
  await expect(idOf('Own')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });

  await store.send(new DeleteGroupCommand(group));
  await expect(store.send(new DescribeGroupCommand(group))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('seeded groups are groups like others', async () => {
  const { store, IdentityStoreId } = center;
  const { Groups } = await store.send(
    new ListGroupsCommand({
      IdentityStoreId,
      Filters: [{ AttributePath: 'DisplayName', AttributeValue: 'Seeded' }],
    }),
  );
  expect(Groups).toEqual([{ GroupId: await idOf('Seeded'), DisplayName: 'Seeded', IdentityStoreId }]);
  await store.send(new DeleteGroupCommand({ IdentityStoreId, GroupId: Groups?.[0]?.GroupId }));
  await expect(idOf('Seeded')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('fails on a second group of the name', async () => {
  await groupOf(center, 'Twice');
  await expect(groupOf(center, 'Twice')).rejects.toMatchObject({ name: 'ConflictException' });
});

test('fails in a store that is not the organization’s', async () => {
  const asked = center.store.send(new ListGroupsCommand({ IdentityStoreId: 'd-0123456789' }));
  await expect(asked).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test.each([
  ['an empty name', { DisplayName: '' }],
  ['a name of 1025 characters', { DisplayName: 'x'.repeat(1025) }],
  ['a store id that is none', { IdentityStoreId: 'store' }],
])('fails with %s', async (_, wrong) => {
  const { store, IdentityStoreId } = center;
  const made = store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName: 'Fine', ...wrong }));
  await expect(made).rejects.toMatchObject({ name: 'ValidationException' });
});

test('a user is put into a group, found there and taken out', async () => {
  const { store, IdentityStoreId } = center;
  const GroupId = await groupOf(center, 'With members');
  const Name = { GivenName: 'Ada', FamilyName: 'L.' };
  const { UserId } = await store.send(
    new CreateUserCommand({ IdentityStoreId, UserName: 'ada', DisplayName: 'Ada', Name }),
  );
  const MemberId = { UserId: UserId ?? '' };
  const wanted = { IdentityStoreId, GroupId, MemberId };
  const { MembershipId } = await store.send(new CreateGroupMembershipCommand(wanted));
  const membership = { ...wanted, MembershipId };
  const described = await store.send(new DescribeGroupMembershipCommand({ IdentityStoreId, MembershipId }));
  expect(described).toMatchObject(membership);
  const inGroup = await store.send(new ListGroupMembershipsCommand({ IdentityStoreId, GroupId }));
  const ofUser = await store.send(new ListGroupMembershipsForMemberCommand({ IdentityStoreId, MemberId }));
  expect([inGroup.GroupMemberships, ofUser.GroupMemberships]).toEqual([[membership], [membership]]);
  const asked = new IsMemberInGroupsCommand({ IdentityStoreId, MemberId, GroupIds: [GroupId, NOBODY] });
  expect((await store.send(asked)).Results?.map(({ MembershipExists }) => MembershipExists)).toEqual([
    true,
    false,
  ]);
  await expect(store.send(new CreateGroupMembershipCommand(wanted))).rejects.toMatchObject({
    name: 'ConflictException',
  });

  await store.send(new DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }));
  await expect(
    store.send(new DescribeGroupMembershipCommand({ IdentityStoreId, MembershipId })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('fails to put in a user who is not there', async () => {
  const { store, IdentityStoreId } = center;
  const GroupId = await groupOf(center, 'Without members');
  const put = store.send(
    new CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId: { UserId: NOBODY } }),
  );
  await expect(put).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
