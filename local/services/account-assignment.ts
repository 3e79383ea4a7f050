import { isActiveMember } from '../account-directory';
import type { AwsCall } from '../aws-call';
import {
  type AccountAssignment,
  type IdentityCenter,
  INSTANCE,
  type Operation,
  PERMISSION_SET,
  newOperation,
  notFound,
  started,
} from '../identity-center';
import type { IdentityStore } from '../identity-store';
import { type Shape, type Shapes, checkInput } from '../input-shape';
import { type JsonInput, jsonService } from '../json-service';
import type { MotoClient } from '../moto-client';
import { pageOf } from '../page';
import { provisioningFailure } from './permission-set-provisioning';

const account: Shape = { isRequired: true, min: 12, max: 12, pattern: /\d{12}/ };
const principal: Shapes = {
  PrincipalType: { isRequired: true, values: ['USER', 'GROUP'] },
  PrincipalId: {
    isRequired: true,
    min: 1,
    max: 47,
    pattern: /(?:[0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}/,
  },
};
const assignment: Shapes = {
  ...PERMISSION_SET,
  ...principal,
  TargetId: account,
  TargetType: { isRequired: true, values: ['AWS_ACCOUNT'] },
};
const request: Shape = { isRequired: true, min: 36, max: 36 };
const page: Shapes = { MaxResults: { min: 1, max: 100 } };

/**
 * Who has which permission set in which account. Identity Center answers before it is done; here the first look at
 * the status finds it done. Unlike moto it refuses principals and accounts that do not exist.
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html
 */
export function accountAssignment(center: IdentityCenter, store: IdentityStore) {
  const creations = new Map<string, Operation>();
  const deletions = new Map<string, Operation>();
  const statusOf = (operations: Map<string, Operation>, input: JsonInput, id: unknown): Operation => {
    center.requireInstance(input);
    const operation = operations.get(id as string);
    if (operation === undefined) throw notFound(`Could not find request with id ${String(id)}`);
    return operation;
  };
  return jsonService({
    name: 'account-assignment',
    service: 'sso',
    actions: {
      async CreateAccountAssignment(input, call, moto) {
        checkInput(input, assignment);
        const permissionSet = center.permissionSet(input);
        const wanted = assignmentOf(input);
        await checkAccount(wanted, moto);
        await checkPrincipal(wanted, store, call, moto);
        const failure = await provisioningFailure(permissionSet, wanted.AccountId, moto);
        if (failure === undefined && !center.assignments.some((known) => isSame(known, wanted)))
          center.assignments = [...center.assignments, wanted];
        return { AccountAssignmentCreationStatus: begin(creations, input, failure) };
      },
      DescribeAccountAssignmentCreationStatus(input) {
        checkInput(input, { ...INSTANCE, AccountAssignmentCreationRequestId: request });
        const status = statusOf(creations, input, input.AccountAssignmentCreationRequestId);
        return { AccountAssignmentCreationStatus: status };
      },
      ListAccountAssignmentCreationStatus(input) {
        checkInput(input, { ...INSTANCE, ...page });
        center.requireInstance(input);
        const { items, NextToken } = pageOf(summaries(creations, input), input);
        return { AccountAssignmentsCreationStatus: items, NextToken };
      },
      DeleteAccountAssignment(input) {
        checkInput(input, assignment);
        center.permissionSet(input);
        const unwanted = assignmentOf(input);
        const left = center.assignments.filter((known) => !isSame(known, unwanted));
        if (left.length === center.assignments.length)
          throw notFound(`${unwanted.PrincipalType} ${unwanted.PrincipalId} has no such assignment`);
        center.assignments = left;
        return { AccountAssignmentDeletionStatus: begin(deletions, input) };
      },
      DescribeAccountAssignmentDeletionStatus(input) {
        checkInput(input, { ...INSTANCE, AccountAssignmentDeletionRequestId: request });
        const status = statusOf(deletions, input, input.AccountAssignmentDeletionRequestId);
        return { AccountAssignmentDeletionStatus: status };
      },
      ListAccountAssignmentDeletionStatus(input) {
        checkInput(input, { ...INSTANCE, ...page });
        center.requireInstance(input);
        const { items, NextToken } = pageOf(summaries(deletions, input), input);
        return { AccountAssignmentsDeletionStatus: items, NextToken };
      },
      ListAccountAssignments(input) {
        checkInput(input, { ...PERMISSION_SET, ...page, AccountId: account });
        const { PermissionSetArn } = center.permissionSet(input);
        const all = center.assignments.filter(
          (known) => known.AccountId === input.AccountId && known.PermissionSetArn === PermissionSetArn,
        );
        const { items, NextToken } = pageOf(all, input);
        return { AccountAssignments: items, NextToken };
      },
      ListAccountAssignmentsForPrincipal(input) {
        checkInput(input, { ...INSTANCE, ...principal, ...page });
        center.requireInstance(input);
        const wanted = (input.Filter as { AccountId?: string } | undefined)?.AccountId;
        const all = center.assignments.filter(
          ({ AccountId, PrincipalId, PrincipalType }) =>
            PrincipalId === input.PrincipalId &&
            PrincipalType === input.PrincipalType &&
            (wanted === undefined || AccountId === wanted),
        );
        const { items, NextToken } = pageOf(all, input);
        return { AccountAssignments: items, NextToken };
      },
    },
  });
}

function assignmentOf(input: JsonInput): AccountAssignment {
  const { TargetId, PermissionSetArn, PrincipalType, PrincipalId } = input as Record<string, string>;
  return {
    AccountId: TargetId ?? '',
    PermissionSetArn: PermissionSetArn ?? '',
    PrincipalType: PrincipalType ?? '',
    PrincipalId: PrincipalId ?? '',
  };
}

function isSame(one: AccountAssignment, other: AccountAssignment): boolean {
  return (Object.keys(one) as (keyof AccountAssignment)[]).every((key) => one[key] === other[key]);
}

async function checkAccount({ AccountId }: AccountAssignment, moto: MotoClient): Promise<void> {
  if (!(await isActiveMember(AccountId, moto)))
    throw notFound(`Account ${AccountId} is not an active account of the organization`);
}

async function checkPrincipal(
  { PrincipalType, PrincipalId }: AccountAssignment,
  store: IdentityStore,
  call: AwsCall,
  moto: MotoClient,
): Promise<void> {
  const isKnown =
    PrincipalType === 'GROUP'
      ? (await store.groups(moto)).has(PrincipalId)
      : await store.hasUser(PrincipalId, call, moto);
  if (!isKnown) throw notFound(`${PrincipalType} ${PrincipalId} not found in the identity store`);
}

function begin(operations: Map<string, Operation>, input: JsonInput, failure?: string): object {
  const { TargetId, TargetType, PermissionSetArn, PrincipalType, PrincipalId } = input;
  const operation = newOperation(
    { TargetId, TargetType, PermissionSetArn, PrincipalType, PrincipalId },
    failure,
  );
  operations.set(operation.RequestId, operation);
  return started(operation);
}

function summaries(operations: Map<string, Operation>, { Filter }: JsonInput): object[] {
  const wanted = (Filter as { Status?: string } | undefined)?.Status;
  return [...operations.values()]
    .filter(({ Status }) => wanted === undefined || Status === wanted)
    .map(({ Status, RequestId, CreatedDate }) => ({ Status, RequestId, CreatedDate }));
}
