import { ServiceError } from '../aws-error';
import type { ClientVpnEndpoints } from '../client-vpn-endpoints';
import { requiredOf } from '../ec2-form';
import { ec2Page } from '../ec2-page';
import { ec2Service } from '../ec2-service';
import { ec2List, ec2Xml } from '../ec2-xml';

/**
 * Connections of clients. Nobody can connect to the local cloud's endpoints, so there is never one.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeClientVpnConnections.html
 */
export function clientVpnConnections(endpoints: ClientVpnEndpoints) {
  return ec2Service({
    name: 'client-vpn-connections',
    actions: {
      DescribeClientVpnConnections(input, call) {
        endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        const none = () => undefined;
        const { items } = ec2Page(input, [], { 'connection-id': none, username: none });
        return ec2Xml({ connections: ec2List(items) });
      },
      TerminateClientVpnConnections(input, call) {
        const { id } = endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        const user = input.get('Username');
        if (user)
          throw new ServiceError({
            code: 'InvalidClientVpnConnection.UserNotFound',
            message: `User ${user} does not have an active connection to endpoint ${id}`,
          });
        throw new ServiceError({
          code: 'InvalidClientVpnConnection.IdNotFound',
          message: `Connection ${requiredOf(input, 'ConnectionId')} does not exist for endpoint ${id}`,
        });
      },
    },
  });
}
