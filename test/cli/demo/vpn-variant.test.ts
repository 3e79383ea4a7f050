import { CreateAccountCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeVpnVariant, VPN_GROUP } from '../../../cli/demo/vpn-variant';
import { loadConfig } from '../../../config';
import { awsClientConfig } from '../../../local';
import { useCloud } from '../../local/cloud-under-test';
import { fixtureStage } from '../../support/config';

const under = useCloud();

test('the demo with a VPN deploys a copy of the files in which the stage has one', async () => {
  const cloud = under.cloud;
  const environment = fixtureStage('sandbox');
  const { name, email } = environment.account;
  await new OrganizationsClient(awsClientConfig(cloud)).send(
    new CreateAccountCommand({ AccountName: name, Email: email }),
  );

  const root = join(__dirname, '../../fixtures');
  const file = join(root, 'environments/sandbox.yaml');
  const before = readFileSync(file, 'utf8');
  const folder = await makeVpnVariant(root, cloud, environment);

  const { stages, warnings } = loadConfig(folder);
  const { vpn } = stages.find(({ stage }) => stage === 'sandbox') ?? {};
  expect(vpn).toMatchObject({
    authentication: 'saml',
    access: { [VPN_GROUP]: ['emr'] },
    serverCertificate: {
      arn: expect.stringMatching(/^arn:aws:acm:eu-west-1:\d{12}:certificate\//) as unknown,
    },
  });
  expect(warnings?.filter(({ path }) => path.startsWith('vpn'))).toEqual([]);
  expect(existsSync(join(folder, 'environments', vpn?.saml.metadataFile ?? 'none'))).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(before);
});
