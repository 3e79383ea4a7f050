import {
  CreateGroupMembershipCommand,
  CreateUserCommand,
  DeleteGroupMembershipCommand,
  DeleteUserCommand,
  DescribeGroupMembershipCommand,
  IsMemberInGroupsCommand,
  ListGroupMembershipsCommand,
  ListGroupMembershipsForMemberCommand,
} from '@aws-sdk/client-identitystore';
import { useCloud } from './cloud-under-test';
import { type IdentityCenterUnderTest, groupOf, identityCenterOf } from './identity-center-fixture';

const local = useCloud();
let center: IdentityCenterUnderTest;
beforeAll(async () => {
  center = await identityCenterOf(local);
});

const NOBODY = '11111111-2222-3333-4444-555555555555';

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

test('a user who is deleted is in no group any more', async () => {
  const { store, IdentityStoreId } = center;
  const GroupId = await groupOf(center, 'Left behind');
  const Name = { GivenName: 'Bob', FamilyName: 'B.' };
  const user = new CreateUserCommand({ IdentityStoreId, UserName: 'bob', DisplayName: 'Bob', Name });
  const UserId = (await store.send(user)).UserId ?? '';
  await store.send(new CreateGroupMembershipCommand({ IdentityStoreId, GroupId, MemberId: { UserId } }));
  await store.send(new DeleteUserCommand({ IdentityStoreId, UserId }));
  const left = await store.send(new ListGroupMembershipsCommand({ IdentityStoreId, GroupId }));
  expect(left.GroupMemberships).toEqual([]);
});
