import { CreateAccountCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { awsClientConfig } from '../../local/aws-client-config';
import { DEFAULT_MANAGEMENT_ACCOUNT } from '../../local/moto-client';
import { useCloud } from './cloud-under-test';

const local = useCloud();

const assume = (account: string) =>
  new STSClient(awsClientConfig(local.cloud)).send(
    new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${account}:role/Deployer`, RoleSessionName: 'test' }),
  );

test('a role in a member account can be assumed and acts in that account', async () => {
  const organizations = new OrganizationsClient(awsClientConfig(local.cloud));
  const created = await organizations.send(
    new CreateAccountCommand({ AccountName: 'member', Email: 'member@example.org' }),
  );
  const account = created.CreateAccountStatus?.AccountId ?? '';
  const { Credentials } = await assume(account);
  const member = new STSClient({
    ...awsClientConfig(local.cloud),
    credentials: {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken,
    },
  });
  expect(await member.send(new GetCallerIdentityCommand())).toMatchObject({ Account: account });
});

test('a role in the management account can be assumed', async () => {
  await expect(assume(DEFAULT_MANAGEMENT_ACCOUNT)).resolves.toHaveProperty('Credentials');
});

test('fails to assume a role in an account that is not in the organization', async () => {
  await expect(assume('111122223333')).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining(
      'not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Deployer',
    ) as string,
  });
});
