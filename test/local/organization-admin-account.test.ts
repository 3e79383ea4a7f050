import { boto3, boto3Call, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let account = '';
beforeAll(async () => {
  account = await memberAccount(local);
});

describe.each([
  ['guardduty', 'AdminAccountId', { AdminStatus: 'ENABLED' }, 'BadRequestException'],
  ['securityhub', 'AccountId', { Status: 'ENABLED' }, 'InvalidInputException'],
] as const)('%s', (service, id, status, code) => {
  test('has one administrator in a region, until it is taken away', async () => {
    const AdminAccountId = account;
    const [none, , one, , gone, again] = await boto3(local, service, [
      ['list_organization_admin_accounts'],
      ['enable_organization_admin_account', { AdminAccountId }],
      ['list_organization_admin_accounts'],
      ['disable_organization_admin_account', { AdminAccountId }],
      ['list_organization_admin_accounts'],
      ['disable_organization_admin_account', { AdminAccountId }],
    ]);
    expect(none?.output).toMatchObject({ AdminAccounts: [] });
    expect(one?.output).toMatchObject({ AdminAccounts: [{ [id]: account, ...status }] });
    expect(gone?.output).toMatchObject({ AdminAccounts: [] });
    expect(again).toMatchObject({ code, status: 400 });
  });

  test.each([
    ['the management account', '123456789012'],
    ['an account outside the organization', '999988887777'],
    ['what is no account', 'audit'],
  ])('fails with %s', async (_, AdminAccountId) => {
    const called = await boto3Call(local, service, 'enable_organization_admin_account', { AdminAccountId });
    expect(called).toMatchObject({ code, status: 400 });
  });

  test('fails for a second administrator, and in a member account', async () => {
    const enable = (AdminAccountId: string, of?: string) =>
      boto3Call(
        local,
        service,
        'enable_organization_admin_account',
        { AdminAccountId },
        { account: of, region: 'eu-central-1' },
      );
    const second = await memberAccount(local, 'second');
    expect(await enable(account, account)).toMatchObject({ code });
    expect((await enable(account)).code).toBeUndefined();
    expect(await enable(second)).toMatchObject({ code });
  });
});
