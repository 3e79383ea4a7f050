import { ServiceError } from './aws-error';
import { now } from './json-service';
import type { MotoClient } from './moto-client';

/**
 * Trusted before anything is deployed: Identity Center since it was enabled, and Account Management, without which
 * nobody sets contacts of member accounts.
 */
const TRUSTED_FROM_THE_START = ['account.amazonaws.com', 'sso.amazonaws.com'];

/** What moto does not remember of an organization, or remembers of some services only. */
export class Organization {
  /** When each service was trusted, in seconds since 1970, by its principal. */
  readonly trustedSince = new Map(TRUSTED_FROM_THE_START.map((principal) => [principal, now()]));
  /** When each service was delegated to each account, by account and then by the service's principal. */
  readonly delegatedSince = new Map<string, Map<string, number>>();

  trusts(principal: string): boolean {
    return this.trustedSince.has(principal);
  }
}

/** The organization's own id. */
export async function organizationId(moto: MotoClient): Promise<string> {
  const { Organization: found } = await moto.ask<{ Organization: { Id: string } }>(
    'organizations',
    'AWSOrganizationsV20161128.DescribeOrganization',
  );
  return found.Id;
}

/** AWS Organizations names the reason of most refusals in the message. */
export function invalidInput(message: string): ServiceError {
  return new ServiceError({ code: 'InvalidInputException', message });
}

export function constraintViolation(message: string): ServiceError {
  return new ServiceError({ code: 'ConstraintViolationException', message });
}

/** Whether a text is one JSON object, as policies of all kinds are. */
export function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
