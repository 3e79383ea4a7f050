import {
  DescribeInstanceCommand,
  ListInstancesCommand,
  SSOAdminClient,
  UpdateInstanceCommand,
} from '@aws-sdk/client-sso-admin';
import { awsClientConfig } from '../../local/aws-client-config';
import { inAccount, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';
import { identityCenterOf } from './identity-center-fixture';

const local = useCloud();

test('the organization has one instance, owned by the management account', async () => {
  const { sso, InstanceArn } = await identityCenterOf(local);
  const instance = await sso.send(new DescribeInstanceCommand({ InstanceArn }));
  expect(instance).toMatchObject({ OwnerAccountId: '123456789012', Status: 'ACTIVE' });
  expect(instance.InstanceArn).toMatch(/^arn:aws:sso:::instance\/ssoins-[a-f0-9]{16}$/);
  expect(instance.IdentityStoreId).toMatch(/^d-[0-9a-f]{10}$/);
});

test('it is the same from every region and account', async () => {
  const { InstanceArn } = await identityCenterOf(local);
  const elsewhere = [
    awsClientConfig(local.cloud, 'us-west-2'),
    await inAccount(local, await memberAccount(local)),
  ];
  for (const config of elsewhere) {
    const { Instances } = await new SSOAdminClient(config).send(new ListInstancesCommand());
    expect(Instances?.map((instance) => instance.InstanceArn)).toEqual([InstanceArn]);
  }
});

test('it is given a name', async () => {
  const { sso, InstanceArn } = await identityCenterOf(local);
  await sso.send(new UpdateInstanceCommand({ InstanceArn, Name: 'people' }));
  expect(await sso.send(new DescribeInstanceCommand({ InstanceArn }))).toMatchObject({ Name: 'people' });
});

test('fails on another instance', async () => {
  const { sso } = await identityCenterOf(local);
  const InstanceArn = 'arn:aws:sso:::instance/ssoins-0123456789abcdef';
  const asked = sso.send(new DescribeInstanceCommand({ InstanceArn }));
  await expect(asked).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
