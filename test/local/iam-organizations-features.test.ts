import {
  DisableOrganizationsRootSessionsCommand,
  EnableOrganizationsRootCredentialsManagementCommand,
  EnableOrganizationsRootSessionsCommand,
  IAMClient,
  ListOrganizationsFeaturesCommand,
} from '@aws-sdk/client-iam';
import { EnableAWSServiceAccessCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { awsClientConfig } from '../../local/aws-client-config';
import { inAccount, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const client = () => new IAMClient(awsClientConfig(local.cloud, 'us-east-1'));

test('features are enabled and disabled once IAM is trusted', async () => {
  await expect(client().send(new ListOrganizationsFeaturesCommand())).rejects.toMatchObject({
    name: 'ServiceAccessNotEnabledException',
  });
  const ServicePrincipal = 'iam.amazonaws.com';
  await new OrganizationsClient(awsClientConfig(local.cloud)).send(
    new EnableAWSServiceAccessCommand({ ServicePrincipal }),
  );
  await client().send(new EnableOrganizationsRootSessionsCommand());
  const enabled = await client().send(new EnableOrganizationsRootCredentialsManagementCommand());
  expect(enabled.EnabledFeatures).toEqual(['RootCredentialsManagement', 'RootSessions']);
  await client().send(new DisableOrganizationsRootSessionsCommand());
  const left = await client().send(new ListOrganizationsFeaturesCommand());
  expect(left.EnabledFeatures).toEqual(['RootCredentialsManagement']);
  expect(left.OrganizationId).toMatch(/^o-/);
});

test('fails in a member account', async () => {
  const member = new IAMClient(await inAccount(local, await memberAccount(local)));
  await expect(member.send(new ListOrganizationsFeaturesCommand())).rejects.toMatchObject({
    name: 'AccountNotManagementOrDelegatedAdministratorException',
  });
});
