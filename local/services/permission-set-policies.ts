import { isPolicy } from '../iam-policies';
import {
  type CustomerManagedPolicyReference,
  type IdentityCenter,
  PERMISSION_SET,
  type PermissionSet,
  type PermissionsBoundary,
  conflict,
  invalid,
  notFound,
  quotaExceeded,
} from '../identity-center';
import { type Shape, checkInput } from '../input-shape';
import { type JsonInput, jsonService } from '../json-service';
import type { MotoClient } from '../moto-client';
import { isJsonObject } from '../organization';
import { pageOf } from '../page';

/**
 * Characters of an inline policy, white space left aside, and policies that hang on one permission set.
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 */
const MAX_INLINE_CHARACTERS = 10_240;
const MAX_ATTACHED_POLICIES = 20;

const managedArn: Shape = {
  min: 20,
  max: 2048,
  pattern:
    /arn:aws(?:-[a-z]{1,5}){0,3}:iam::aws:policy(?:(?:\/[A-Za-z0-9.,+@=_-]+)*)\/(?:[A-Za-z0-9.,+=@_-]+)/,
};
const reference: Shape = {
  fields: {
    Name: { isRequired: true, min: 1, max: 128, pattern: /[\w+=,.@-]+/ },
    Path: { min: 1, max: 512, pattern: /(?:(?:\/[A-Za-z0-9.,+@=_-]+)*)\// },
  },
};
const WITH_MANAGED = { ...PERMISSION_SET, ManagedPolicyArn: { ...managedArn, isRequired: true } } as const;
const WITH_REFERENCE = {
  ...PERMISSION_SET,
  CustomerManagedPolicyReference: { ...reference, isRequired: true },
} as const;

/**
 * What hangs on a permission set: its inline policy, managed policies and permissions boundary, of which moto lacks
 * the last and checks little.
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html
 */
export function permissionSetPolicies(center: IdentityCenter) {
  return jsonService({
    name: 'permission-set-policies',
    service: 'sso',
    actions: { ...inline(center), ...managed(center), ...customerManaged(center), ...boundary(center) },
  });
}

function inline(center: IdentityCenter) {
  return {
    PutInlinePolicyToPermissionSet(input: JsonInput) {
      checkInput(input, { ...PERMISSION_SET, InlinePolicy: { isRequired: true, min: 1, max: 32_768 } });
      const changed = center.permissionSet(input);
      const policy = input.InlinePolicy as string;
      if (policy.replace(/\s/g, '').length > MAX_INLINE_CHARACTERS)
        throw quotaExceeded(`The inline policy exceeds ${MAX_INLINE_CHARACTERS} characters`);
      if (!isJsonObject(policy)) throw invalid('The inline policy is not a valid JSON policy document');
      changed.inlinePolicy = policy;
      return {};
    },
    GetInlinePolicyForPermissionSet(input: JsonInput) {
      checkInput(input, PERMISSION_SET);
      return { InlinePolicy: center.permissionSet(input).inlinePolicy };
    },
    DeleteInlinePolicyFromPermissionSet(input: JsonInput) {
      checkInput(input, PERMISSION_SET);
      center.permissionSet(input).inlinePolicy = '';
      return {};
    },
  };
}

function managed(center: IdentityCenter) {
  return {
    async AttachManagedPolicyToPermissionSet(input: JsonInput, _: unknown, moto: MotoClient) {
      checkInput(input, WITH_MANAGED);
      const { managedPolicyArns: arns, ...changed } = center.permissionSet(input);
      const arn = input.ManagedPolicyArn as string;
      if (arns.has(arn)) throw conflict(`Permission set already has managed policy ${arn}`);
      checkRoom({ managedPolicyArns: arns, ...changed });
      if (!(await isPolicy(arn, moto.managementAccountId, moto)))
        throw notFound(`Policy does not exist with ARN: ${arn}`);
      arns.add(arn);
      return {};
    },
    ListManagedPoliciesInPermissionSet(input: JsonInput) {
      checkInput(input, PERMISSION_SET);
      const { items, NextToken } = pageOf([...center.permissionSet(input).managedPolicyArns], input);
      const policies = items.map((arn) => ({ Name: arn.split('/').pop(), Arn: arn }));
      return { AttachedManagedPolicies: policies, NextToken };
    },
    DetachManagedPolicyFromPermissionSet(input: JsonInput) {
      checkInput(input, WITH_MANAGED);
      const arn = input.ManagedPolicyArn as string;
      if (!center.permissionSet(input).managedPolicyArns.delete(arn))
        throw notFound(`Could not find ManagedPolicy with arn ${arn}`);
      return {};
    },
  };
}

function customerManaged(center: IdentityCenter) {
  return {
    AttachCustomerManagedPolicyReferenceToPermissionSet(input: JsonInput) {
      checkInput(input, WITH_REFERENCE);
      const changed = center.permissionSet(input);
      const policy = referenceOf(input);
      const key = keyOf(policy);
      if (changed.customerManagedPolicies.has(key))
        throw conflict(`Permission set already has customer managed policy ${key}`);
      checkRoom(changed);
      changed.customerManagedPolicies.set(key, policy);
      return {};
    },
    ListCustomerManagedPolicyReferencesInPermissionSet(input: JsonInput) {
      checkInput(input, PERMISSION_SET);
      const all = [...center.permissionSet(input).customerManagedPolicies.values()];
      const { items, NextToken } = pageOf(all, input);
      return { CustomerManagedPolicyReferences: items, NextToken };
    },
    DetachCustomerManagedPolicyReferenceFromPermissionSet(input: JsonInput) {
      checkInput(input, WITH_REFERENCE);
      const key = keyOf(referenceOf(input));
      if (!center.permissionSet(input).customerManagedPolicies.delete(key))
        throw notFound(`Could not find customer managed policy ${key}`);
      return {};
    },
  };
}

function boundary(center: IdentityCenter) {
  return {
    async PutPermissionsBoundaryToPermissionSet(input: JsonInput, _: unknown, moto: MotoClient) {
      checkInput(input, {
        ...PERMISSION_SET,
        PermissionsBoundary: {
          isRequired: true,
          fields: { CustomerManagedPolicyReference: reference, ManagedPolicyArn: managedArn },
        },
      });
      const changed = center.permissionSet(input);
      const { ManagedPolicyArn: arn, CustomerManagedPolicyReference: customer } =
        input.PermissionsBoundary as PermissionsBoundary;
      if ((arn === undefined) === (customer === undefined))
        throw invalid(
          'PermissionsBoundary must have either ManagedPolicyArn or CustomerManagedPolicyReference',
        );
      if (arn !== undefined && !(await isPolicy(arn, moto.managementAccountId, moto)))
        throw notFound(`Policy does not exist with ARN: ${arn}`);
      changed.boundary =
        arn === undefined
          ? { CustomerManagedPolicyReference: withPath(customer) }
          : { ManagedPolicyArn: arn };
      return {};
    },
    GetPermissionsBoundaryForPermissionSet(input: JsonInput) {
      checkInput(input, PERMISSION_SET);
      return { PermissionsBoundary: existing(center.permissionSet(input)) };
    },
    DeletePermissionsBoundaryFromPermissionSet(input: JsonInput) {
      checkInput(input, PERMISSION_SET);
      const changed = center.permissionSet(input);
      existing(changed);
      changed.boundary = undefined;
      return {};
    },
  };
}

function existing({ boundary }: PermissionSet): PermissionsBoundary {
  if (boundary === undefined) throw notFound('Permissions boundary not found');
  return boundary;
}

function checkRoom({ managedPolicyArns, customerManagedPolicies }: PermissionSet): void {
  if (managedPolicyArns.size + customerManagedPolicies.size >= MAX_ATTACHED_POLICIES)
    throw quotaExceeded(`A permission set cannot have more than ${MAX_ATTACHED_POLICIES} policies attached`);
}

function referenceOf(input: JsonInput): CustomerManagedPolicyReference {
  return withPath(input.CustomerManagedPolicyReference as Partial<CustomerManagedPolicyReference>);
}

function withPath(given: Partial<CustomerManagedPolicyReference> = {}): CustomerManagedPolicyReference {
  return { Name: given.Name ?? '', Path: given.Path ?? '/' };
}

function keyOf({ Path, Name }: CustomerManagedPolicyReference): string {
  return `${Path}${Name}`;
}
