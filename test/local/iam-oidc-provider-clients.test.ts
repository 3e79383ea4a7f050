import {
  AddClientIDToOpenIDConnectProviderCommand,
  CreateOpenIDConnectProviderCommand,
  DeleteOpenIDConnectProviderCommand,
  GetOpenIDConnectProviderCommand,
  IAMClient,
  RemoveClientIDFromOpenIDConnectProviderCommand,
} from '@aws-sdk/client-iam';
import { awsClientConfig } from '../../local/aws-client-config';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const client = () => new IAMClient(awsClientConfig(local.cloud, 'us-east-1'));
const provider = {
  Url: 'https://token.actions.githubusercontent.com',
  ClientIDList: ['sts.amazonaws.com'],
  Tags: [{ Key: 'Name', Value: 'github' }],
};

test('audiences are added and removed, and forgotten with their provider', async () => {
  const { OpenIDConnectProviderArn: arn } = await client().send(
    new CreateOpenIDConnectProviderCommand(provider),
  );
  const named = { OpenIDConnectProviderArn: arn };
  const got = () => client().send(new GetOpenIDConnectProviderCommand(named));
  expect((await got()).ClientIDList).toEqual(['sts.amazonaws.com']);
  for (const ClientID of ['other', 'other'])
    await client().send(new AddClientIDToOpenIDConnectProviderCommand({ ...named, ClientID }));
  expect(await got()).toMatchObject({
    Url: 'token.actions.githubusercontent.com',
    ClientIDList: ['sts.amazonaws.com', 'other'],
    Tags: provider.Tags,
  });
  await client().send(
    new RemoveClientIDFromOpenIDConnectProviderCommand({ ...named, ClientID: 'sts.amazonaws.com' }),
  );
  expect((await got()).ClientIDList).toEqual(['other']);

  await client().send(new DeleteOpenIDConnectProviderCommand(named));
  await client().send(new CreateOpenIDConnectProviderCommand(provider));
  expect((await got()).ClientIDList).toEqual(['sts.amazonaws.com']);
});

test('fails on a provider that is not there, and without an audience', async () => {
  const OpenIDConnectProviderArn = 'arn:aws:iam::123456789012:oidc-provider/nowhere.example.org';
  const add = (ClientID: string) =>
    client().send(new AddClientIDToOpenIDConnectProviderCommand({ OpenIDConnectProviderArn, ClientID }));
  await expect(add('a')).rejects.toMatchObject({ name: 'NoSuchEntityException' });
  await expect(add('')).rejects.toMatchObject({ name: 'ValidationError' });
});
