import { boto3, boto3Call } from './boto3';
import { type ClientVpnPrerequisites, clientVpnPrerequisites, federatedEndpoint } from './client-vpn-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let given: ClientVpnPrerequisites;

beforeAll(async () => {
  given = await clientVpnPrerequisites(local);
}, 60_000);

const exported = async (more: object = {}) => {
  const input = { ...federatedEndpoint(given), ...more };
  const { output } = await boto3Call(local, 'ec2', 'create_client_vpn_endpoint', input);
  const id = String(output?.ClientVpnEndpointId);
  const { code, stdout } = await local.run(
    'aws', 'ec2', 'export-client-vpn-client-configuration', '--region', 'eu-west-1', '--output', 'text',
    '--client-vpn-endpoint-id', id,
  ); // prettier-ignore
  expect(code).toBe(0);
  return { id, lines: stdout.split('\n') };
};

test('clients of a SAML provider get a file that names the endpoint, its certificate and how to sign in', async () => {
  const { id, lines } = await exported();
  expect(lines).toEqual(
    expect.arrayContaining([
      'client',
      'dev tun',
      'proto udp',
      `remote ${id}.prod.clientvpn.eu-west-1.amazonaws.com 443`,
      'remote-random-hostname',
      'auth-federate',
      'verify-x509-name vpn.example.org name',
    ]),
  );
  const text = lines.join('\n');
  expect(text).toContain(`<ca>\n${given.server.chain.trim()}\n`);
  expect(text).toContain('-----END CERTIFICATE-----\n</ca>');
});

test('clients with certificates are not asked to sign in', async () => {
  const { id, lines } = await exported({
    TransportProtocol: 'tcp',
    VpnPort: 1194,
    AuthenticationOptions: [
      {
        Type: 'certificate-authentication',
        MutualAuthentication: { ClientRootCertificateChainArn: given.certificateArn },
      },
    ],
  });
  expect(lines).toContain(`remote ${id}.prod.clientvpn.eu-west-1.amazonaws.com 1194`);
  expect(lines).toContain('proto tcp');
  expect(lines.filter((line) => line.startsWith('auth'))).toEqual([]);
});

test('fails for an endpoint that is not there', async () => {
  const missing = { ClientVpnEndpointId: 'cvpn-endpoint-0123456789abcdef0' };
  const called = await boto3(local, 'ec2', [
    ['export_client_vpn_client_configuration', missing],
    ['describe_client_vpn_connections', missing],
    ['export_client_vpn_client_certificate_revocation_list', missing],
  ]);
  expect(called.map(({ code }) => code)).toEqual(Array(3).fill('InvalidClientVpnEndpointId.NotFound'));
});
