import {
  type ClientVpnEndpoint,
  type EC2Client,
  ExportClientVpnClientConfigurationCommand,
  paginateDescribeClientVpnEndpoints,
} from '@aws-sdk/client-ec2';
import { explained } from '../aws-refusal';
import { UserError } from '../user-error';

/**
 * Has AWS write the profile of a stage's endpoint.
 *
 * @throws UserError when there is no endpoint, or none that can be connected to
 */
export async function exportProfile(ec2: EC2Client, stage: string): Promise<string> {
  const endpoint = await findEndpoint(ec2, stage);
  const id = endpoint.ClientVpnEndpointId ?? '';
  const status = endpoint.Status?.Code;
  if (status === 'pending-associate')
    throw new UserError(
      `${id} of ${stage} has no network interface in the VPC, so nobody can connect; finish it with: npx cdktf deploy ${stage}`,
    );
  if (status !== 'available')
    throw new UserError(
      `${id} of ${stage} is ${status ?? 'in no known state'}; try again when it is available`,
    );
  const { ClientConfiguration: text } = await explained(
    ec2.send(new ExportClientVpnClientConfigurationCommand({ ClientVpnEndpointId: id })),
    `to export the profile of ${id}`,
  );
  if (!text) throw new Error(`AWS gave an empty profile for ${id}`);
  return text;
}

/** Found among all there are, of which AWS allows five in a region. */
async function findEndpoint(ec2: EC2Client, stage: string): Promise<ClientVpnEndpoint> {
  const name = `${stage}-client-vpn`;
  const pages = paginateDescribeClientVpnEndpoints({ client: ec2 }, {});
  for (;;) {
    const { value, done } = await explained(pages.next(), 'to list VPN endpoints');
    if (done === true || value === undefined) break;
    const found = value.ClientVpnEndpoints?.find(
      ({ Tags: tags, Status: state }) =>
        state?.Code !== 'deleted' &&
        tags?.some(({ Key: key, Value: text }) => key === 'Name' && text === name),
    );
    if (found) return found;
  }
  throw new UserError(
    `${stage} has no VPN endpoint called ${name} yet; make it with: npx cdktf deploy ${stage}`,
  );
}
