import { randomUUID } from 'node:crypto';
import { invalid, notFound } from '../identity-center';
import { type Group, type IdentityStore, RESOURCE_ID, STORE } from '../identity-store';
import { type Shape, type Shapes, checkInput } from '../input-shape';
import { type JsonInput, jsonService } from '../json-service';
import { pageOf } from '../page';

const text: Shape = { min: 1, max: 1024 };
const settings: Shapes = { DisplayName: text, Description: text };
const GROUP: Shapes = { ...STORE, GroupId: RESOURCE_ID };
const attribute: Shapes = { AttributePath: { isRequired: true, min: 1, max: 255 } };

/**
 * Groups of the identity store. moto cannot change them, makes a store of every name it is told, and another in
 * every region.
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroup.html
 */
export function identityStoreGroup(store: IdentityStore) {
  return jsonService({
    name: 'identity-store-group',
    service: 'identitystore',
    actions: {
      async CreateGroup(input, _, moto) {
        checkInput(input, { ...STORE, ...settings });
        store.requireStore(input);
        const groups = await store.groups(moto);
        const { DisplayName, Description } = input as Partial<Group>;
        store.requireFreeName(DisplayName);
        const made = { GroupId: randomUUID(), IdentityStoreId: store.id, DisplayName, Description };
        groups.set(made.GroupId, made);
        return { GroupId: made.GroupId, IdentityStoreId: store.id };
      },
      async DescribeGroup(input, _, moto) {
        checkInput(input, GROUP);
        store.requireStore(input);
        return store.group(input, moto);
      },
      async ListGroups(input, _, moto) {
        const filter: Shape = {
          max: 1,
          items: { fields: { ...attribute, AttributeValue: { isRequired: true, ...text } } },
        };
        checkInput(input, { ...STORE, MaxResults: { min: 1, max: 100 }, Filters: filter });
        store.requireStore(input);
        const [wanted] = (input.Filters ?? []) as { AttributePath: string; AttributeValue: string }[];
        const all = [...(await store.groups(moto)).values()].filter(
          (group) => wanted === undefined || group[nameable(wanted.AttributePath)] === wanted.AttributeValue,
        );
        const { items, NextToken } = pageOf(all, input);
        return { Groups: items, NextToken };
      },
      async GetGroupId(input, _, moto) {
        checkInput(input, {
          ...STORE,
          AlternateIdentifier: { isRequired: true, fields: { UniqueAttribute: { fields: attribute } } },
        });
        store.requireStore(input);
        const { UniqueAttribute: unique } = input.AlternateIdentifier as {
          UniqueAttribute?: { AttributePath: string; AttributeValue: unknown };
        };
        const groups = [...(await store.groups(moto)).values()];
        // External ids come through SCIM alone, which the local cloud does not have.
        const found =
          unique && groups.find((group) => group[nameable(unique.AttributePath)] === unique.AttributeValue);
        if (found === undefined) throw notFound('GROUP not found.');
        return { GroupId: found.GroupId, IdentityStoreId: store.id };
      },
      async UpdateGroup(input, _, moto) {
        checkInput(input, {
          ...GROUP,
          Operations: { isRequired: true, min: 1, max: 100, items: { fields: attribute } },
        });
        store.requireStore(input);
        const changed = await store.group(input, moto);
        for (const { AttributePath, AttributeValue } of operationsOf(input)) {
          const name = changeable(AttributePath);
          checkInput({ [name]: AttributeValue }, settings);
          if (name === 'DisplayName' && AttributeValue !== changed.DisplayName)
            store.requireFreeName(AttributeValue);
          changed[name] = AttributeValue;
        }
        return {};
      },
      async DeleteGroup(input, _, moto) {
        checkInput(input, GROUP);
        store.requireStore(input);
        const { GroupId } = await store.group(input, moto);
        (await store.groups(moto)).delete(GroupId);
        store.memberships = store.memberships.filter((membership) => membership.GroupId !== GroupId);
        return {};
      },
    },
  });
}

/** The one attribute that groups are found by. */
function nameable(path: string): 'DisplayName' {
  if (path.toLowerCase() === 'displayname') return 'DisplayName';
  throw invalid(`The attribute ${path} is not a unique attribute`);
}

function changeable(path: string): 'DisplayName' | 'Description' {
  const name = (['DisplayName', 'Description'] as const).find(
    (known) => known.toLowerCase() === path.toLowerCase(),
  );
  if (name === undefined) throw invalid(`The attribute ${path} cannot be changed`);
  return name;
}

function operationsOf({ Operations }: JsonInput): { AttributePath: string; AttributeValue?: string }[] {
  return Operations as { AttributePath: string; AttributeValue?: string }[];
}
