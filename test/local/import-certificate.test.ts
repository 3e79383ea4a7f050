import { importCertificate } from '../../local';
import { inAccount, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';
import { serverCertificate } from './server-certificate';

const local = useCloud();

describe('a certificate that is imported', () => {
  const imported = async (account: string) => {
    const { credentials } = await inAccount(local, account);
    const keys = { ...credentials, sessionToken: credentials.sessionToken ?? '' };
    const pem = await serverCertificate();
    return importCertificate(local.cloud, { credentials: keys }, 'eu-west-1', pem);
  };

  it('is in the account and the region that it was imported into', async () => {
    const account = await memberAccount(local);
    expect(await imported(account)).toMatch(
      new RegExp(`^arn:aws:acm:eu-west-1:${account}:certificate/[0-9a-f-]{36}$`),
    );
  });

  it('fails when it is none, with what ACM says', async () => {
    const { credentials } = await inAccount(local, await memberAccount(local, 'other'));
    const keys = { ...credentials, sessionToken: credentials.sessionToken ?? '' };
    const nonsense = { certificate: 'nonsense', privateKey: 'nonsense' };
    await expect(
      importCertificate(local.cloud, { credentials: keys }, 'eu-west-1', nonsense),
    ).rejects.toThrow(/^the local cloud imports no certificate: 400 .*ValidationException/);
  });
});
