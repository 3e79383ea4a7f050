import { isActiveMember } from '../account-directory';
import type { AwsCall } from '../aws-call';
import { ServiceError } from '../aws-error';
import { type Shapes, checkInput } from '../input-shape';
import { inputOf } from '../json-service';
import type { LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';
import type { Organization } from '../organization';

const which: Shapes = {
  AlternateContactType: { isRequired: true, values: ['BILLING', 'OPERATIONS', 'SECURITY'] },
  AccountId: { pattern: /\d{12}/ },
};
const FIELDS: Readonly<Record<string, Shapes>> = {
  'POST /putAlternateContact': {
    ...which,
    Name: { isRequired: true, min: 1, max: 64 },
    Title: { isRequired: true, min: 1, max: 50 },
    EmailAddress: { isRequired: true, min: 1, max: 254, pattern: /\s*[\w+=.#|!&-]+@[\w.-]+\.[\w]+\s*/ },
    PhoneNumber: { isRequired: true, min: 1, max: 25, pattern: /[\s0-9()+-]+/ },
  },
  'POST /getAlternateContact': which,
  'POST /deleteAlternateContact': which,
};

/**
 * Who may change the alternate contacts of which account, and with what; moto lets everything pass.
 *
 * "The management account can't specify its own AccountId", and needs trusted access for those of others.
 *
 * Source: https://docs.aws.amazon.com/accounts/latest/reference/API_PutAlternateContact.html
 */
export function alternateContact(organization: Organization): LocalService {
  return {
    name: 'alternate-contact',
    handles: (call) => call.service === 'account' && Object.hasOwn(FIELDS, call.action),
    async answer(call, moto) {
      const input = inputOf(call);
      checkInput(input, FIELDS[call.action] ?? {});
      if (typeof input.AccountId === 'string') await checkAccess(input.AccountId, call, organization, moto);
      if (call.action === 'POST /deleteAlternateContact') {
        const found = await moto.forward({ ...call, path: '/getAlternateContact' });
        if (found.status !== 200) return found;
      }
      return moto.forward(call);
    },
  };
}

async function checkAccess(
  accountId: string,
  call: AwsCall,
  organization: Organization,
  moto: MotoClient,
): Promise<void> {
  const denied = (reason: string) =>
    new ServiceError({
      code: 'AccessDeniedException',
      status: 403,
      message: `User: arn:aws:iam::${call.account}:root is not authorized to perform: account:${call.action.slice('POST /'.length)} (${reason})`,
    });
  if (call.account !== moto.managementAccountId)
    throw denied('Only the management account or a delegated administrator can name an account.');
  if (accountId === call.account)
    throw denied(
      'The management account can only be managed using the standalone context from the management account.',
    );
  if (!organization.trusts('account.amazonaws.com'))
    throw denied('Your organization must first enable trusted access with AWS Account Management.');
  if (!(await isActiveMember(accountId, moto)))
    throw denied(`Account ${accountId} is not in the organization.`);
}
