import { boto3, boto3Call } from './boto3';
import { clientVpnPrerequisites, federatedEndpoint } from './client-vpn-fixture';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let ClientVpnEndpointId = '';

beforeAll(async () => {
  const input = federatedEndpoint(await clientVpnPrerequisites(local));
  const { output } = await boto3Call(local, 'ec2', 'create_client_vpn_endpoint', input);
  ClientVpnEndpointId = String(output?.ClientVpnEndpointId);
}, 60_000);

test('nobody is connected, so nobody can be disconnected', async () => {
  const called = await boto3(local, 'ec2', [
    ['describe_client_vpn_connections', { ClientVpnEndpointId }],
    ['terminate_client_vpn_connections', { ClientVpnEndpointId, Username: 'somebody' }],
    ['terminate_client_vpn_connections', { ClientVpnEndpointId, ConnectionId: 'cvpn-connection-0' }],
    ['terminate_client_vpn_connections', { ClientVpnEndpointId }],
  ]);
  expect(called).toMatchObject([
    { output: { Connections: [] } },
    { code: 'InvalidClientVpnConnection.UserNotFound' },
    { code: 'InvalidClientVpnConnection.IdNotFound' },
    { code: 'MissingParameter' },
  ]);
});
