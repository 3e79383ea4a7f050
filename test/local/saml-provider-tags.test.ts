import {
  CreateSAMLProviderCommand,
  DeleteSAMLProviderCommand,
  GetSAMLProviderCommand,
  IAMClient,
  ListSAMLProviderTagsCommand,
  TagSAMLProviderCommand,
  UntagSAMLProviderCommand,
} from '@aws-sdk/client-iam';
import { awsClientConfig } from '../../local/aws-client-config';
import { useCloud } from './cloud-under-test';
import { samlMetadata, serverCertificate } from './server-certificate';

const local = useCloud();
const Name = 'identity-center';
let iam: IAMClient;
let SAMLMetadataDocument = '';

beforeAll(async () => {
  iam = new IAMClient(awsClientConfig(local.cloud));
  SAMLMetadataDocument = samlMetadata((await serverCertificate()).chain);
});

const create = () =>
  iam.send(
    new CreateSAMLProviderCommand({ Name, SAMLMetadataDocument, Tags: [{ Key: 'Name', Value: '<&>' }] }),
  );

test('a provider has its tags until they are taken away, and a new one of its name has none of them', async () => {
  const { SAMLProviderArn } = await create();
  const described = () => iam.send(new GetSAMLProviderCommand({ SAMLProviderArn }));
  expect(await described()).toMatchObject({ SAMLMetadataDocument, Tags: [{ Key: 'Name', Value: '<&>' }] });
  await iam.send(new TagSAMLProviderCommand({ SAMLProviderArn, Tags: [{ Key: 'Team', Value: 'data' }] }));
  await iam.send(new UntagSAMLProviderCommand({ SAMLProviderArn, TagKeys: ['Name'] }));
  const tags = [{ Key: 'Team', Value: 'data' }];
  expect((await described()).Tags).toEqual(tags);
  expect((await iam.send(new ListSAMLProviderTagsCommand({ SAMLProviderArn }))).Tags).toEqual(tags);
  await iam.send(new DeleteSAMLProviderCommand({ SAMLProviderArn }));
  await create();
  expect((await described()).Tags).toEqual([{ Key: 'Name', Value: '<&>' }]);
});

test('fails on a second provider of a name, and on tags of one that is not there', async () => {
  await expect(create()).rejects.toMatchObject({ name: 'EntityAlreadyExistsException' });
  const SAMLProviderArn = 'arn:aws:iam::123456789012:saml-provider/none';
  await expect(
    iam.send(new TagSAMLProviderCommand({ SAMLProviderArn, Tags: [{ Key: 'a', Value: 'b' }] })),
  ).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});
