import {
  CreateGroupCommand,
  DeleteGroupCommand,
  DescribeGroupCommand,
  GetGroupIdCommand,
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
