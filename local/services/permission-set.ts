import {
  type IdentityCenter,
  INSTANCE,
  PERMISSION_SET,
  type PermissionSet,
  conflict,
  invalid,
  notFound,
} from '../identity-center';
import { type Shape, type Shapes, checkInput } from '../input-shape';
import { type JsonInput, jsonService, now } from '../json-service';
import { pageOf } from '../page';

/** Settings that can be changed. */
const settings: Shapes = {
  // eslint-disable-next-line no-control-regex -- tabs and line ends are what the model allows
  Description: { min: 1, max: 700, pattern: /[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*/ },
  SessionDuration: {
    min: 1,
    max: 100,
    pattern:
      /(-?)P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)([DW]))?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?/,
  },
  RelayState: { min: 1, max: 240, pattern: /[a-zA-Z0-9&$@#\\/%?=~\-_'"|!:,.;*+[\] (){}]+/ },
};
const tags: Shape = {
  max: 75,
  items: {
    fields: { Key: { isRequired: true, min: 1, max: 128 }, Value: { isRequired: true, max: 256 } },
  },
};
const resource: Shapes = {
  ResourceArn: { isRequired: true, min: 10, max: 2048, pattern: /arn:aws.*:sso:.*/ },
};

/** What a session lasts when nobody says otherwise. */
const DEFAULT_SESSION = 'PT1H';

/**
 * Permission sets of Identity Center, with their tags, of which moto checks nothing and lists no tags.
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html
 */
export function permissionSet(center: IdentityCenter) {
  return jsonService({
    name: 'permission-set',
    service: 'sso',
    actions: {
      CreatePermissionSet(input) {
        checkInput(input, {
          ...INSTANCE,
          Name: { isRequired: true, min: 1, max: 32, pattern: /[\w+=,.@-]+/ },
          ...settings,
          Tags: tags,
        });
        center.requireInstance(input);
        checkSession(input);
        if ([...center.permissionSets.values()].some(({ Name }) => Name === input.Name))
          throw conflict(`PermissionSet with name ${String(input.Name)} already exists.`);
        const made = created(center.newPermissionSetArn(), input);
        center.permissionSets.set(made.PermissionSetArn, made);
        return { PermissionSet: described(made) };
      },
      DescribePermissionSet(input) {
        checkInput(input, PERMISSION_SET);
        return { PermissionSet: described(center.permissionSet(input)) };
      },
      ListPermissionSets(input) {
        checkInput(input, { ...INSTANCE, MaxResults: { min: 1, max: 100 } });
        center.requireInstance(input);
        const { items, NextToken } = pageOf([...center.permissionSets.keys()], input);
        return { PermissionSets: items, NextToken };
      },
      UpdatePermissionSet(input) {
        checkInput(input, { ...PERMISSION_SET, ...settings });
        const changed = center.permissionSet(input);
        checkSession(input);
        const { Description, SessionDuration, RelayState } = input as Partial<PermissionSet>;
        changed.Description = Description ?? changed.Description;
        changed.SessionDuration = SessionDuration ?? changed.SessionDuration;
        // Unlike the others it is taken away by an update that does not name it.
        changed.RelayState = RelayState;
        return {};
      },
      DeletePermissionSet(input) {
        checkInput(input, PERMISSION_SET);
        const deleted = center.permissionSet(input);
        const accounts = center.accountsOf(deleted);
        if (accounts.length > 0)
          throw conflict(
            `Could not delete because PermissionSet is assigned in accounts: ${accounts.join(', ')}`,
          );
        center.permissionSets.delete(deleted.PermissionSetArn);
        return {};
      },
      ListTagsForResource(input) {
        checkInput(input, resource);
        const { items, NextToken } = pageOf([...tagged(center, input)], input);
        return { Tags: items.map(([Key, Value]) => ({ Key, Value })), NextToken };
      },
      TagResource(input) {
        checkInput(input, { ...resource, Tags: { ...tags, isRequired: true } });
        for (const [key, value] of tagsOf(input)) tagged(center, input).set(key, value);
        return {};
      },
      UntagResource(input) {
        checkInput(input, { ...resource, TagKeys: { isRequired: true, min: 1, max: 75 } });
        for (const key of input.TagKeys as string[]) tagged(center, input).delete(key);
        return {};
      },
    },
  });
}

function created(arn: string, input: JsonInput): PermissionSet {
  const { Name, Description, SessionDuration, RelayState } = input as Partial<PermissionSet>;
  return {
    Name: Name ?? '',
    PermissionSetArn: arn,
    CreatedDate: now(),
    Description,
    SessionDuration: SessionDuration ?? DEFAULT_SESSION,
    RelayState,
    tags: new Map(tagsOf(input)),
    inlinePolicy: '',
    managedPolicyArns: new Set(),
    customerManagedPolicies: new Map(),
  };
}

function described(permissionSet: PermissionSet): object {
  const { Name, PermissionSetArn, CreatedDate, Description, SessionDuration, RelayState } = permissionSet;
  return { Name, PermissionSetArn, CreatedDate, Description, SessionDuration, RelayState };
}

/**
 * "The session duration can be from 1 hour to 12 hours."
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html
 */
function checkSession({ SessionDuration }: JsonInput): void {
  if (typeof SessionDuration !== 'string') return;
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(SessionDuration) ?? [];
  const length = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (length < 3600 || length > 12 * 3600)
    throw invalid(`SessionDuration ${SessionDuration} is not between 1 hour and 12 hours`);
}

function tagsOf({ Tags }: JsonInput): [string, string][] {
  const given = (Tags ?? []) as { Key: string; Value: string }[];
  return given.map(({ Key, Value }) => [Key, Value]);
}

/** Tags can hang on other things too, which the local cloud does not have. */
function tagged(center: IdentityCenter, { ResourceArn }: JsonInput): Map<string, string> {
  const found = center.permissionSets.get(ResourceArn as string);
  if (found === undefined) throw notFound(`Could not find a resource with ARN ${String(ResourceArn)}`);
  return found.tags;
}
