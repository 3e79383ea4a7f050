import {
  DeregisterDelegatedAdministratorCommand,
  DisableAWSServiceAccessCommand,
  EnableAWSServiceAccessCommand,
  ListAWSServiceAccessForOrganizationCommand,
  ListDelegatedAdministratorsCommand,
  ListDelegatedServicesForAccountCommand,
  OrganizationsClient,
  RegisterDelegatedAdministratorCommand,
} from '@aws-sdk/client-organizations';
import { awsClientConfig } from '../../local/aws-client-config';
import { memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let client: OrganizationsClient;
let AccountId = '';
beforeAll(async () => {
  client = new OrganizationsClient(awsClientConfig(local.cloud));
  AccountId = await memberAccount(local);
});

const trusted = async () => {
  const { EnabledServicePrincipals } = await client.send(new ListAWSServiceAccessForOrganizationCommand());
  return EnabledServicePrincipals?.map(({ ServicePrincipal }) => ServicePrincipal);
};

test('services are trusted and no longer trusted; two are from the start', async () => {
  const fromTheStart = ['account.amazonaws.com', 'sso.amazonaws.com'];
  const service = { ServicePrincipal: 'iam.amazonaws.com' };
  await client.send(new EnableAWSServiceAccessCommand(service));
  expect(await trusted()).toEqual([...fromTheStart, 'iam.amazonaws.com']);
  await client.send(new DisableAWSServiceAccessCommand(service));
  expect(await trusted()).toEqual(fromTheStart);
});

test('services are delegated to an account, and taken back', async () => {
  const of = (service: string) => ({ AccountId, ServicePrincipal: `${service}.amazonaws.com` });
  await client.send(new EnableAWSServiceAccessCommand({ ServicePrincipal: 'config.amazonaws.com' }));
  for (const service of ['config', 'sso'])
    await client.send(new RegisterDelegatedAdministratorCommand(of(service)));
  const administrators = async (ServicePrincipal?: string) =>
    (await client.send(new ListDelegatedAdministratorsCommand({ ServicePrincipal }))).DelegatedAdministrators;
  expect(await administrators()).toMatchObject([{ Id: AccountId, Email: 'member@example.org' }]);
  expect(await administrators('config.amazonaws.com')).toHaveLength(1);
  expect(await administrators('guardduty.amazonaws.com')).toEqual([]);
  const { DelegatedServices } = await client.send(new ListDelegatedServicesForAccountCommand({ AccountId }));
  expect(DelegatedServices?.map(({ ServicePrincipal }) => ServicePrincipal)).toEqual([
    'config.amazonaws.com',
    'sso.amazonaws.com',
  ]);
  await expect(client.send(new RegisterDelegatedAdministratorCommand(of('sso')))).rejects.toMatchObject({
    name: 'AccountAlreadyRegisteredException',
  });
  for (const service of ['config', 'sso'])
    await client.send(new DeregisterDelegatedAdministratorCommand(of(service)));
  expect(await administrators()).toEqual([]);
});

test.each([
  ['to the management account', { AccountId: '123456789012' }, 'ConstraintViolationException'],
  ['to an account that is not there', { AccountId: '999988887777' }, 'AccountNotFoundException'],
  ['a service that is none', { ServicePrincipal: 'sso' }, 'InvalidInputException'],
  [
    'a service without trusted access',
    { ServicePrincipal: 'access-analyzer.amazonaws.com' },
    'ConstraintViolationException',
  ],
])('fails to delegate %s', async (_, wrong, name) => {
  const input = { AccountId, ServicePrincipal: 'sso.amazonaws.com', ...wrong };
  await expect(client.send(new RegisterDelegatedAdministratorCommand(input))).rejects.toMatchObject({ name });
});

test('fails to take back what was not delegated', async () => {
  const input = { AccountId, ServicePrincipal: 'sso.amazonaws.com' };
  await expect(client.send(new DeregisterDelegatedAdministratorCommand(input))).rejects.toMatchObject({
    name: 'AccountNotRegisteredException',
  });
});
