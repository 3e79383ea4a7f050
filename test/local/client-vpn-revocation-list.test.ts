import { boto3, boto3Call } from './boto3';
import { type ClientVpnPrerequisites, clientVpnPrerequisites, federatedEndpoint } from './client-vpn-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let given: ClientVpnPrerequisites;
let ClientVpnEndpointId = '';

beforeAll(async () => {
  given = await clientVpnPrerequisites(local);
  const { output } = await boto3Call(local, 'ec2', 'create_client_vpn_endpoint', federatedEndpoint(given));
  ClientVpnEndpointId = String(output?.ClientVpnEndpointId);
}, 60_000);

const importing = (CertificateRevocationList: string) =>
  [
    'import_client_vpn_client_certificate_revocation_list',
    { ClientVpnEndpointId, CertificateRevocationList },
  ] as const;
const exporting = () =>
  ['export_client_vpn_client_certificate_revocation_list', { ClientVpnEndpointId }] as const;

test('a revocation list is exported as it was imported', async () => {
  const list = given.server.revocationList;
  const called = await boto3(local, 'ec2', [importing(list), exporting()]);
  expect(called).toMatchObject([
    { output: { Return: true } },
    { output: { CertificateRevocationList: list, Status: { Code: 'active' } } },
  ]);
});

test('fails to import what is no revocation list', async () => {
  const called = await boto3(local, 'ec2', [
    importing(given.server.certificate),
    importing('-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----'),
  ]);
  expect(called.map(({ code }) => code)).toEqual(Array(2).fill('InvalidParameterValue'));
});
