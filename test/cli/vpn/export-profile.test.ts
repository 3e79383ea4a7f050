import { type ClientVpnEndpoint, DescribeClientVpnEndpointsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { awsClient } from '../../../cli/aws-client';
import { exportProfile } from '../../../cli/vpn/export-profile';

afterEach(() => jest.restoreAllMocks());

/** A client that answers with these endpoints, and with a profile for each. */
function ec2With(endpoints: readonly ClientVpnEndpoint[]): EC2Client {
  const client = new EC2Client(awsClient('eu-west-1', {}));
  const send = (command: object): Promise<object> => {
    const { input } = command as { input: ClientVpnEndpoint };
    if (command instanceof DescribeClientVpnEndpointsCommand)
      return Promise.resolve({ ClientVpnEndpoints: endpoints });
    return Promise.resolve({ ClientConfiguration: `remote ${input.ClientVpnEndpointId}` });
  };
  jest.spyOn(client, 'send').mockImplementation(send as never);
  return client;
}

const endpoint = (id: string, code: string, name = 'sandbox-client-vpn'): ClientVpnEndpoint => ({
  ClientVpnEndpointId: id,
  Status: { Code: code as 'available' },
  Tags: [{ Key: 'Name', Value: name }],
});

describe('the export of a profile', () => {
  it('is that of the endpoint with the name of the stage, among others', async () => {
    const ec2 = ec2With([
      endpoint('cvpn-1', 'available', 'test-client-vpn'),
      endpoint('cvpn-2', 'deleted'),
      endpoint('cvpn-3', 'available'),
    ]);
    expect(await exportProfile(ec2, 'sandbox')).toBe('remote cvpn-3');
  });

  it.each([
    [
      'there is no endpoint',
      [endpoint('cvpn-1', 'available', 'test-client-vpn')],
      'sandbox has no VPN endpoint called sandbox-client-vpn yet; make it with: npx cdktf deploy sandbox',
    ],
    [
      'it is in no subnet yet',
      [endpoint('cvpn-1', 'pending-associate')],
      'cvpn-1 of sandbox has no network interface in the VPC, so nobody can connect; finish it with: npx cdktf deploy sandbox',
    ],
    [
      'it is going',
      [endpoint('cvpn-1', 'deleting')],
      'cvpn-1 of sandbox is deleting; try again when it is available',
    ],
  ])('fails when %s, and says what to do', async (_, endpoints, message) => {
    await expect(exportProfile(ec2With(endpoints), 'sandbox')).rejects.toMatchObject({
      name: 'UserError',
      message,
    });
  });
});
