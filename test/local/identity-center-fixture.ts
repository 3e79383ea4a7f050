import { CreateGroupCommand, IdentitystoreClient } from '@aws-sdk/client-identitystore';
import {
  CreatePermissionSetCommand,
  type CreatePermissionSetCommandInput,
  ListInstancesCommand,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import { awsClientConfig } from '../../local/aws-client-config';
import type { CloudUnderTest } from './cloud-under-test';

/** The organization's instance, with clients to speak to it. */
export interface IdentityCenterUnderTest {
  readonly sso: SSOAdminClient;
  readonly store: IdentitystoreClient;
  readonly InstanceArn: string;
  readonly IdentityStoreId: string;
}

export async function identityCenterOf(local: CloudUnderTest): Promise<IdentityCenterUnderTest> {
  const sso = new SSOAdminClient(awsClientConfig(local.cloud));
  const { Instances } = await sso.send(new ListInstancesCommand());
  const { InstanceArn = '', IdentityStoreId = '' } = Instances?.[0] ?? {};
  return { sso, store: new IdentitystoreClient(awsClientConfig(local.cloud)), InstanceArn, IdentityStoreId };
}

/** Makes a permission set and gives what its other calls want. */
export async function permissionSetOf(
  { sso, InstanceArn }: IdentityCenterUnderTest,
  Name: string,
  more: Partial<CreatePermissionSetCommandInput> = {},
): Promise<{ InstanceArn: string; PermissionSetArn: string }> {
  const { PermissionSet } = await sso.send(new CreatePermissionSetCommand({ InstanceArn, Name, ...more }));
  return { InstanceArn, PermissionSetArn: PermissionSet?.PermissionSetArn ?? '' };
}

export async function groupOf(
  { store, IdentityStoreId }: IdentityCenterUnderTest,
  DisplayName: string,
): Promise<string> {
  const { GroupId } = await store.send(new CreateGroupCommand({ IdentityStoreId, DisplayName }));
  return GroupId ?? '';
}
