import { randomBytes, randomUUID } from 'node:crypto';
import { ServiceError } from './aws-error';
import type { Shapes } from './input-shape';
import { type JsonInput, now } from './json-service';

/** `PermissionSet` of Identity Center's model, with all that hangs on one. */
export interface PermissionSet {
  readonly Name: string;
  readonly PermissionSetArn: string;
  readonly CreatedDate: number;
  Description?: string;
  SessionDuration: string;
  RelayState?: string;
  readonly tags: Map<string, string>;
  inlinePolicy: string;
  readonly managedPolicyArns: Set<string>;
  /** By path and name. */
  readonly customerManagedPolicies: Map<string, CustomerManagedPolicyReference>;
  boundary?: PermissionsBoundary;
}

export interface CustomerManagedPolicyReference {
  readonly Name: string;
  readonly Path: string;
}

export interface PermissionsBoundary {
  readonly CustomerManagedPolicyReference?: CustomerManagedPolicyReference;
  readonly ManagedPolicyArn?: string;
}

/** `AccountAssignment` of Identity Center's model. */
export interface AccountAssignment {
  readonly AccountId: string;
  readonly PermissionSetArn: string;
  readonly PrincipalType: string;
  readonly PrincipalId: string;
}

/** An operation that Identity Center does after it has answered: what its status calls tell once it is done. */
export interface Operation {
  readonly RequestId: string;
  readonly CreatedDate: number;
  readonly Status: 'SUCCEEDED' | 'FAILED';
  readonly FailureReason?: string;
  readonly [field: string]: unknown;
}

const INSTANCE_ARN = /arn:aws(?:-[a-z]{1,5}){0,3}:sso:::instance\/(?:sso)?ins-[a-zA-Z0-9-.]{16}/;
const PERMISSION_SET_ARN =
  /arn:aws(?:-[a-z]{1,5}){0,3}:sso:::permissionSet\/(?:sso)?ins-[a-zA-Z0-9-.]{16}\/ps-[a-zA-Z0-9-./]{16}/;

/** Fields that most calls have. */
export const INSTANCE: Shapes = {
  InstanceArn: { isRequired: true, min: 10, max: 1224, pattern: INSTANCE_ARN },
};
export const PERMISSION_SET: Shapes = {
  ...INSTANCE,
  PermissionSetArn: { isRequired: true, min: 10, max: 1224, pattern: PERMISSION_SET_ARN },
};

/**
 * The organization's instance of IAM Identity Center and everything in it. There is one per organization, enabled
 * by hand before anything is deployed; here it is seen from every region and account.
 */
export class IdentityCenter {
  readonly instanceId = `ssoins-${randomBytes(8).toString('hex')}`;
  readonly instanceArn = `arn:aws:sso:::instance/${this.instanceId}`;
  readonly identityStoreId = `d-${randomBytes(5).toString('hex')}`;
  readonly createdAt = now();
  name?: string;
  readonly permissionSets = new Map<string, PermissionSet>();
  assignments: readonly AccountAssignment[] = [];

  /** Refuses an instance that is not the organization's. */
  requireInstance({ InstanceArn }: JsonInput): void {
    if (InstanceArn !== this.instanceArn)
      throw notFound(`Instance with ARN ${String(InstanceArn)} not found`);
  }

  /** The permission set that a call is about. */
  permissionSet(input: JsonInput): PermissionSet {
    this.requireInstance(input);
    const found = this.permissionSets.get(input.PermissionSetArn as string);
    if (found === undefined)
      throw notFound(
        `Could not find PermissionSet with id ${String(input.PermissionSetArn).split('/').pop()}`,
      );
    return found;
  }

  newPermissionSetArn(): string {
    return `arn:aws:sso:::permissionSet/${this.instanceId}/ps-${randomBytes(8).toString('hex')}`;
  }

  /** Accounts in which a permission set is a role: those that somebody has it in. */
  accountsOf({ PermissionSetArn }: PermissionSet): string[] {
    const assigned = this.assignments.filter(
      (assignment) => assignment.PermissionSetArn === PermissionSetArn,
    );
    return [...new Set(assigned.map(({ AccountId }) => AccountId))];
  }
}

/** What a call that starts an operation answers, before the operation is done. */
export function started(operation: Operation): object {
  return { ...operation, Status: 'IN_PROGRESS', FailureReason: undefined };
}

export function newOperation(fields: JsonInput, failureReason?: string): Operation {
  return {
    ...fields,
    RequestId: randomUUID(),
    CreatedDate: now(),
    Status: failureReason === undefined ? 'SUCCEEDED' : 'FAILED',
    ...(failureReason !== undefined && { FailureReason: failureReason }),
  };
}

export function notFound(message: string): ServiceError {
  return new ServiceError({ code: 'ResourceNotFoundException', message });
}

export function conflict(message: string): ServiceError {
  return new ServiceError({ code: 'ConflictException', message });
}

export function invalid(message: string): ServiceError {
  return new ServiceError({ code: 'ValidationException', message });
}

export function quotaExceeded(message: string): ServiceError {
  return new ServiceError({ code: 'ServiceQuotaExceededException', message });
}
