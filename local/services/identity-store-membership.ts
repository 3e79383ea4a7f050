import { randomUUID } from 'node:crypto';
import { conflict, notFound } from '../identity-center';
import { type GroupMembership, type IdentityStore, RESOURCE_ID, STORE } from '../identity-store';
import { type Shape, type Shapes, checkInput } from '../input-shape';
import { type JsonInput, askMoto, jsonService } from '../json-service';
import { pageOf } from '../page';

const page: Shapes = { MaxResults: { min: 1, max: 100 } };
const member: Shape = { isRequired: true, fields: { UserId: RESOURCE_ID } };
const MEMBERSHIP: Shapes = { ...STORE, MembershipId: RESOURCE_ID };

/**
 * Who is in which group of the identity store; moto cannot describe a membership.
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeGroupMembership.html
 */
export function identityStoreMembership(store: IdentityStore) {
  const membership = (input: JsonInput): GroupMembership => {
    store.requireStore(input);
    const found = store.memberships.find(({ MembershipId }) => MembershipId === input.MembershipId);
    if (found === undefined) throw notFound('MEMBERSHIP not found.');
    return found;
  };
  const of = (input: JsonInput) =>
    store.memberships.find(
      (known) => known.GroupId === input.GroupId && known.MemberId.UserId === userOf(input),
    );
  return jsonService({
    name: 'identity-store-membership',
    service: 'identitystore',
    actions: {
      async CreateGroupMembership(input, call, moto) {
        checkInput(input, { ...STORE, GroupId: RESOURCE_ID, MemberId: member });
        store.requireStore(input);
        const { GroupId } = await store.group(input, moto);
        const UserId = userOf(input);
        if (!(await store.hasUser(UserId, call, moto))) throw notFound('USER not found.');
        if (of(input) !== undefined) throw conflict('Member and Group relationship already exists.');
        const made = { IdentityStoreId: store.id, MembershipId: randomUUID(), GroupId, MemberId: { UserId } };
        store.memberships = [...store.memberships, made];
        return { MembershipId: made.MembershipId, IdentityStoreId: store.id };
      },
      DescribeGroupMembership(input) {
        checkInput(input, MEMBERSHIP);
        return membership(input);
      },
      DeleteGroupMembership(input) {
        checkInput(input, MEMBERSHIP);
        const deleted = membership(input);
        store.memberships = store.memberships.filter((known) => known !== deleted);
        return {};
      },
      GetGroupMembershipId(input) {
        checkInput(input, { ...STORE, GroupId: RESOURCE_ID, MemberId: member });
        store.requireStore(input);
        const found = of(input);
        if (found === undefined) throw notFound('MEMBERSHIP not found.');
        return { MembershipId: found.MembershipId, IdentityStoreId: store.id };
      },
      async ListGroupMemberships(input, _, moto) {
        checkInput(input, { ...STORE, ...page, GroupId: RESOURCE_ID });
        store.requireStore(input);
        const { GroupId } = await store.group(input, moto);
        const all = store.memberships.filter((known) => known.GroupId === GroupId);
        const { items, NextToken } = pageOf(all, input);
        return { GroupMemberships: items, NextToken };
      },
      ListGroupMembershipsForMember(input) {
        checkInput(input, { ...STORE, ...page, MemberId: member });
        store.requireStore(input);
        const all = store.memberships.filter(({ MemberId }) => MemberId.UserId === userOf(input));
        const { items, NextToken } = pageOf(all, input);
        return { GroupMemberships: items, NextToken };
      },
      IsMemberInGroups(input) {
        const groups: Shape = { isRequired: true, min: 1, max: 100, items: RESOURCE_ID };
        checkInput(input, { ...STORE, MemberId: member, GroupIds: groups });
        store.requireStore(input);
        const MemberId = { UserId: userOf(input) };
        const isIn = (GroupId: string) => of({ ...input, GroupId }) !== undefined;
        const ids = input.GroupIds as string[];
        return { Results: ids.map((GroupId) => ({ GroupId, MemberId, MembershipExists: isIn(GroupId) })) };
      },
      async DeleteUser(input, call, moto) {
        checkInput(input, { ...STORE, UserId: RESOURCE_ID });
        const output = await askMoto(call, moto);
        store.memberships = store.memberships.filter(({ MemberId }) => MemberId.UserId !== input.UserId);
        return output;
      },
    },
  });
}

function userOf({ MemberId }: JsonInput): string {
  return (MemberId as { UserId: string }).UserId;
}
