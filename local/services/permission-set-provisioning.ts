import { isPolicy } from '../iam-policies';
import {
  type CustomerManagedPolicyReference,
  type IdentityCenter,
  INSTANCE,
  type Operation,
  PERMISSION_SET,
  type PermissionSet,
  invalid,
  newOperation,
  notFound,
  started,
} from '../identity-center';
import { checkInput } from '../input-shape';
import { jsonService } from '../json-service';
import type { MotoClient } from '../moto-client';
import { pageOf } from '../page';

const account = { min: 12, max: 12, pattern: /\d{12}/ } as const;
const page = { MaxResults: { min: 1, max: 100 } } as const;

/**
 * Brings changed permission sets to the accounts in which somebody has them; moto lacks its status. No roles are
 * made here, but like AWS it fails where a policy of the account's own is missing.
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ProvisionPermissionSet.html
 */
export function permissionSetProvisioning(center: IdentityCenter) {
  const operations = new Map<string, Operation>();
  return jsonService({
    name: 'permission-set-provisioning',
    service: 'sso',
    actions: {
      async ProvisionPermissionSet(input, _, moto) {
        checkInput(input, {
          ...PERMISSION_SET,
          TargetId: account,
          TargetType: { isRequired: true, values: ['AWS_ACCOUNT', 'ALL_PROVISIONED_ACCOUNTS'] },
        });
        const permissionSet = center.permissionSet(input);
        const isOne = input.TargetType === 'AWS_ACCOUNT';
        if (isOne !== (input.TargetId !== undefined))
          throw invalid('TargetId must be given with the TargetType AWS_ACCOUNT, and only with that');
        const accounts = isOne ? [input.TargetId as string] : center.accountsOf(permissionSet);
        const failures = await Promise.all(
          accounts.map((id) => provisioningFailure(permissionSet, id, moto)),
        );
        const operation = newOperation(
          { AccountId: input.TargetId, PermissionSetArn: permissionSet.PermissionSetArn },
          failures.find((failure) => failure !== undefined),
        );
        operations.set(operation.RequestId, operation);
        return { PermissionSetProvisioningStatus: started(operation) };
      },
      DescribePermissionSetProvisioningStatus(input) {
        checkInput(input, {
          ...INSTANCE,
          ProvisionPermissionSetRequestId: { isRequired: true, min: 36, max: 36 },
        });
        center.requireInstance(input);
        const id = input.ProvisionPermissionSetRequestId as string;
        const operation = operations.get(id);
        if (operation === undefined) throw notFound(`Could not find request with id ${id}`);
        return { PermissionSetProvisioningStatus: operation };
      },
      ListPermissionSetsProvisionedToAccount(input) {
        checkInput(input, { ...INSTANCE, ...page, AccountId: { ...account, isRequired: true } });
        center.requireInstance(input);
        const all = [...center.permissionSets.values()]
          .filter((permissionSet) => center.accountsOf(permissionSet).includes(input.AccountId as string))
          .map(({ PermissionSetArn }) => PermissionSetArn);
        const { items, NextToken } = pageOf(all, input);
        return { PermissionSets: items, NextToken };
      },
      ListAccountsForProvisionedPermissionSet(input) {
        checkInput(input, { ...PERMISSION_SET, ...page });
        const { items, NextToken } = pageOf(center.accountsOf(center.permissionSet(input)), input);
        return { AccountIds: items, NextToken };
      },
    },
  });
}

/**
 * Why a permission set cannot become a role in an account, if it cannot: "you must first create policies with
 * matching names and paths in each account".
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/howtocmp.html
 */
export async function provisioningFailure(
  { customerManagedPolicies, boundary }: PermissionSet,
  accountId: string,
  moto: MotoClient,
): Promise<string | undefined> {
  const inBoundary = boundary?.CustomerManagedPolicyReference;
  const needed = [...customerManagedPolicies.values(), ...(inBoundary === undefined ? [] : [inBoundary])];
  for (const policy of needed) {
    const arn = arnIn(accountId, policy);
    if (!(await isPolicy(arn, accountId, moto)))
      return `Received a 404 status error: Not supported policy ${arn}.`;
  }
  return undefined;
}

function arnIn(accountId: string, { Path, Name }: CustomerManagedPolicyReference): string {
  return `arn:aws:iam::${accountId}:policy${Path}${Name}`;
}
