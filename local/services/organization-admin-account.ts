import { isActiveMember } from '../account-directory';
import type { AwsCall } from '../aws-call';
import { ServiceError } from '../aws-error';
import { checkInput } from '../input-shape';
import { inputOf, jsonAnswer } from '../json-service';
import type { AwsAnswer, LocalService } from '../local-service';
import type { MotoClient } from '../moto-client';
import { RegionalState } from '../regional-state';

interface Administered {
  /** Path of the actions. */
  readonly path: string;
  /** Error code for what the caller got wrong. */
  readonly code: string;
  /** An account in the list of administrators. */
  readonly listed: (id: string) => object;
}

const SERVICES: Readonly<Record<string, Administered>> = {
  guardduty: {
    path: '/admin',
    code: 'BadRequestException',
    listed: (id) => ({ adminAccountId: id, adminStatus: 'ENABLED' }),
  },
  securityhub: {
    path: '/organization/admin',
    code: 'InvalidInputException',
    listed: (id) => ({ AccountId: id, Status: 'ENABLED' }),
  },
};

/**
 * The member account that administers GuardDuty or Security Hub for the organization, one in each region; moto can
 * only name one.
 *
 * Sources: https://docs.aws.amazon.com/guardduty/latest/APIReference/API_EnableOrganizationAdminAccount.html and
 * https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_EnableOrganizationAdminAccount.html
 */
export function organizationAdminAccount(): LocalService {
  const states = new RegionalState<Record<string, string | undefined>>(() => ({}));
  return {
    name: 'organization-admin-account',
    handles: (call) => actionOf(call) !== undefined,
    async answer(call, moto) {
      const administered = SERVICES[call.service];
      if (administered === undefined) throw new Error(`${call.service} has no administrators`);
      requireManagementAccount(call, administered, moto);
      const state = states.of(call);
      switch (actionOf(call)) {
        case 'enable':
          return enable(call, moto, administered, state);
        case 'disable': {
          const id = accountOf(call, administered);
          if (state[call.service] !== id)
            throw refused(
              administered,
              `The request failed because ${id} is not the delegated administrator.`,
            );
          state[call.service] = undefined;
          return jsonAnswer({});
        }
        case 'list':
        case undefined: {
          const id = state[call.service];
          const accounts = id === undefined ? [] : [administered.listed(id)];
          return jsonAnswer(
            call.service === 'guardduty' ? { adminAccounts: accounts } : { AdminAccounts: accounts },
          );
        }
      }
    },
  };
}

async function enable(
  call: AwsCall,
  moto: MotoClient,
  administered: Administered,
  state: Record<string, string | undefined>,
): Promise<AwsAnswer> {
  const id = accountOf(call, administered);
  const known = state[call.service];
  if (known !== undefined && known !== id)
    throw refused(
      administered,
      `The request failed because ${known} already is the delegated administrator.`,
    );
  if (id === moto.managementAccountId || !(await isActiveMember(id, moto)))
    throw refused(administered, `The request failed because ${id} is no member account of the organization.`);
  // So that moto lets the administrator configure the service for the organization.
  const answer = await moto.forward(call);
  if (answer.status === 200) state[call.service] = id;
  return answer;
}

function actionOf(call: AwsCall): 'enable' | 'disable' | 'list' | undefined {
  const path = SERVICES[call.service]?.path;
  const actions = {
    [`POST ${path}/enable`]: 'enable',
    [`POST ${path}/disable`]: 'disable',
    [`GET ${path}`]: 'list',
  } as const;
  return path === undefined ? undefined : actions[call.action];
}

function accountOf(call: AwsCall, { code }: Administered): string {
  const input = inputOf(call);
  // GuardDuty's fields begin with small letters, Security Hub's with capitals.
  const id = input.adminAccountId ?? input.AdminAccountId;
  checkInput(
    { AdminAccountId: id },
    { AdminAccountId: { isRequired: true, min: 12, max: 12, pattern: /\d{12}/ } },
    { code },
  );
  return id as string;
}

function requireManagementAccount(call: AwsCall, administered: Administered, moto: MotoClient): void {
  if (call.account !== moto.managementAccountId)
    throw refused(administered, 'The request failed because the caller is not the management account.');
}

function refused({ code }: Administered, message: string): ServiceError {
  return new ServiceError({ code, message });
}
