import type { AwsCall } from '../aws-call';
import { certificateChain, domainOf, usableCertificate } from '../client-vpn-dependencies';
import { type ClientVpnEndpoint, type ClientVpnEndpoints, endpointDomain } from '../client-vpn-endpoints';
import { requiredOf } from '../ec2-form';
import { ec2Service } from '../ec2-service';
import { ec2Xml } from '../ec2-xml';
import type { MotoClient } from '../moto-client';

/**
 * The file with which a client connects, for OpenVPN and for the AWS client.
 *
 * Sources: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-endpoint-export.html and
 * https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/
 */
export function clientVpnClientConfiguration(endpoints: ClientVpnEndpoints) {
  return ec2Service({
    name: 'client-vpn-client-configuration',
    actions: {
      async ExportClientVpnClientConfiguration(input, call, moto) {
        const endpoint = endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        return ec2Xml({ clientConfiguration: await clientConfiguration(endpoint, call, moto) });
      },
    },
  });
}

async function clientConfiguration(
  endpoint: ClientVpnEndpoint,
  call: AwsCall,
  moto: MotoClient,
): Promise<string> {
  const { serverCertificateArn, vpnPort } = endpoint.settings;
  const certificate = await usableCertificate(serverCertificateArn, call, moto);
  return [
    'client',
    'dev tun',
    `proto ${endpoint.transportProtocol}`,
    `remote ${endpointDomain(endpoint)} ${vpnPort}`,
    'remote-random-hostname',
    'resolv-retry infinite',
    'nobind',
    'remote-cert-tls server',
    'cipher AES-256-GCM',
    'verb 3',
    '<ca>',
    await certificateChain(serverCertificateArn, call, moto),
    '</ca>',
    ...signIn(endpoint),
    'reneg-sec 0',
    `verify-x509-name ${domainOf(certificate)} name`,
    '',
  ].join('\n');
}

/** A client certificate is put in by hand; `auth-federate` is a word of the AWS client's own. */
function signIn({ authentication }: ClientVpnEndpoint): string[] {
  return authentication.flatMap(({ type }) => {
    switch (type) {
      case 'certificate-authentication':
        return [];
      case 'directory-service-authentication':
        return ['auth-user-pass'];
      case 'federated-authentication':
        return ['auth-federate', 'auth-retry interact', 'auth-nocache'];
    }
  });
}
