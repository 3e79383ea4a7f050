import {
  DisableAWSServiceAccessCommand,
  EnableAWSServiceAccessCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const contact = {
  AlternateContactType: 'SECURITY',
  Name: 'Ada L.',
  Title: 'On call',
  EmailAddress: 'ada@example.org',
  PhoneNumber: '+31 20 555 0100',
};
const put = (more: object) => boto3Call(local, 'account', 'put_alternate_contact', { ...contact, ...more });

test('the management account has contacts of its own', async () => {
  const which = { AlternateContactType: 'SECURITY' };
  const [, got, , gone, again] = await boto3(local, 'account', [
    ['put_alternate_contact', contact],
    ['get_alternate_contact', which],
    ['delete_alternate_contact', which],
    ['get_alternate_contact', which],
    ['delete_alternate_contact', which],
  ]);
  expect(got?.output).toEqual({ AlternateContact: contact });
  expect([gone?.code, again?.code]).toEqual(['ResourceNotFoundException', 'ResourceNotFoundException']);
});

test('those of members need trusted access', async () => {
  const AccountId = await memberAccount(local);
  const organizations = new OrganizationsClient(awsClientConfig(local.cloud));
  const ServicePrincipal = 'account.amazonaws.com';
  await organizations.send(new DisableAWSServiceAccessCommand({ ServicePrincipal }));
  expect(await put({ AccountId })).toMatchObject({
    code: 'AccessDeniedException',
    status: 403,
    message: expect.stringContaining('enable trusted access') as string,
  });
  await organizations.send(new EnableAWSServiceAccessCommand({ ServicePrincipal }));
  expect((await put({ AccountId })).code).toBeUndefined();
  const which = { AlternateContactType: 'SECURITY' };
  const own = await boto3Call(local, 'account', 'get_alternate_contact', which, { account: AccountId });
  expect(own.output).toEqual({ AlternateContact: contact });
  const named = await boto3Call(
    local,
    'account',
    'get_alternate_contact',
    { ...which, AccountId },
    { account: AccountId },
  );
  expect(named).toMatchObject({ code: 'AccessDeniedException' });
});

test('fails to name the management account, or one outside the organization', async () => {
  expect((await put({ AccountId: '123456789012' })).message).toContain('standalone context');
  expect(await put({ AccountId: '999988887777' })).toMatchObject({ code: 'AccessDeniedException' });
});

test.each([
  ['a kind that there is not', { AlternateContactType: 'LEGAL' }, "'alternateContactType'"],
  ['an address that is none', { EmailAddress: 'ada' }, "'emailAddress'"],
  ['a telephone number with letters', { PhoneNumber: '0800-ADA' }, "'phoneNumber'"],
  ['a name of 65 characters', { Name: 'x'.repeat(65) }, "'name'"],
])('fails with %s', async (_, wrong, field) => {
  expect(await put(wrong)).toMatchObject({
    code: 'ValidationException',
    message: expect.stringContaining(field) as string,
  });
});
