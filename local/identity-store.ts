import type { AwsCall } from './aws-call';
import { ServiceError } from './aws-error';
import { notFound } from './identity-center';
import type { Shape, Shapes } from './input-shape';
import type { JsonInput } from './json-service';
import type { MotoClient } from './moto-client';

/** `Group` of the identity store's model. */
export interface Group {
  readonly GroupId: string;
  readonly IdentityStoreId: string;
  DisplayName?: string;
  Description?: string;
}

/** `GroupMembership` of the identity store's model. */
export interface GroupMembership {
  readonly IdentityStoreId: string;
  readonly MembershipId: string;
  readonly GroupId: string;
  readonly MemberId: { readonly UserId: string };
}

/**
 * Identity store in moto whose groups the organization's store takes over: who seeds a cloud speaks to moto, which
 * makes a store of every name it is told.
 */
export const SEEDED_STORE = { id: 'd-seeded', region: 'us-east-1' } as const;

/** Ids of groups, users and memberships. */
export const RESOURCE_ID: Shape = {
  isRequired: true,
  min: 1,
  max: 47,
  pattern: /(?:[0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}/,
};
export const STORE: Shapes = {
  IdentityStoreId: {
    isRequired: true,
    min: 1,
    max: 36,
    pattern: /d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/,
  },
};

/** The identity store behind Identity Center: groups and who is in them. Its users are moto's. */
export class IdentityStore {
  private readonly groupById = new Map<string, Group>();
  private readonly takenOver = new Set<string>();
  memberships: readonly GroupMembership[] = [];

  constructor(readonly id: string) {}

  /** Refuses a store that is not the organization's. */
  requireStore({ IdentityStoreId }: JsonInput): void {
    if (IdentityStoreId !== this.id) throw notFound('IDENTITY_STORE not found.');
  }

  /** All groups by id, with those that were seeded since. */
  async groups(moto: MotoClient): Promise<Map<string, Group>> {
    const { Groups } = await moto.ask<{ Groups: Group[] }>(
      'identitystore',
      'AWSIdentityStore.ListGroups',
      { IdentityStoreId: SEEDED_STORE.id },
      SEEDED_STORE,
    );
    for (const { GroupId, DisplayName } of Groups) {
      if (this.takenOver.has(GroupId)) continue;
      this.takenOver.add(GroupId);
      if (!this.isNameTaken(DisplayName))
        this.groupById.set(GroupId, { GroupId, DisplayName, IdentityStoreId: this.id });
    }
    return this.groupById;
  }

  /** The group that a call is about. */
  async group({ GroupId }: JsonInput, moto: MotoClient): Promise<Group> {
    const found = (await this.groups(moto)).get(GroupId as string);
    if (found === undefined) throw notFound('GROUP not found.');
    return found;
  }

  /** Refuses a name that another group has. */
  requireFreeName(name: string | undefined): void {
    if (this.isNameTaken(name))
      throw new ServiceError({ code: 'ConflictException', message: 'Duplicate GroupDisplayName' });
  }

  async hasUser(id: string, call: AwsCall, moto: MotoClient): Promise<boolean> {
    const input = { IdentityStoreId: this.id, UserId: id };
    return moto.ask('identitystore', 'AWSIdentityStore.DescribeUser', input, call).then(
      () => true,
      () => false,
    );
  }

  private isNameTaken(name: string | undefined): boolean {
    return name !== undefined && [...this.groupById.values()].some(({ DisplayName }) => DisplayName === name);
  }
}
