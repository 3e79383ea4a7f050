import type { AwsCall } from '../aws-call';
import { ServiceError } from '../aws-error';
import type { MotoClient } from '../moto-client';
import { type Organization, organizationId } from '../organization';
import { type QueryAction, queryService } from '../query-service';

const CREDENTIALS = 'RootCredentialsManagement';
const SESSIONS = 'RootSessions';

/**
 * Central management of root access for member accounts, which moto lacks. No root user loses anything here.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableOrganizationsRootCredentialsManagement.html
 */
export function iamOrganizationsFeatures(organization: Organization) {
  const enabled = new Set<string>();
  const action =
    (change: () => void): QueryAction =>
    async (_, call, moto) => {
      checkAccess(call, moto, organization);
      change();
      const features = [...enabled].sort().map((feature) => `<member>${feature}</member>`);
      const id = await organizationId(moto);
      return `<OrganizationId>${id}</OrganizationId><EnabledFeatures>${features.join('')}</EnabledFeatures>`;
    };
  return queryService({
    name: 'iam-organizations-features',
    service: 'iam',
    namespace: 'https://iam.amazonaws.com/doc/2010-05-08/',
    actions: {
      ListOrganizationsFeatures: action(() => undefined),
      EnableOrganizationsRootCredentialsManagement: action(() => enabled.add(CREDENTIALS)),
      DisableOrganizationsRootCredentialsManagement: action(() => enabled.delete(CREDENTIALS)),
      EnableOrganizationsRootSessions: action(() => enabled.add(SESSIONS)),
      DisableOrganizationsRootSessions: action(() => enabled.delete(SESSIONS)),
    },
  });
}

function checkAccess(call: AwsCall, moto: MotoClient, organization: Organization): void {
  if (call.account !== moto.managementAccountId)
    throw new ServiceError({
      code: 'AccountNotManagementOrDelegatedAdministratorException',
      message:
        'The request was rejected because the account making the request is not the management account or delegated administrator account for centralized root access.',
    });
  if (!organization.trusts('iam.amazonaws.com'))
    throw new ServiceError({
      code: 'ServiceAccessNotEnabledException',
      message: 'The request was rejected because trusted access is not enabled for IAM in Organizations.',
    });
}
