import { X509Crl } from '@peculiar/x509';
import type { ClientVpnEndpoints } from '../client-vpn-endpoints';
import { invalidEc2Value, requiredOf } from '../ec2-form';
import { ec2Service } from '../ec2-service';
import { ec2Xml } from '../ec2-xml';

/**
 * The list of client certificates that an endpoint does not accept any more.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ImportClientVpnClientCertificateRevocationList.html
 */
export function clientVpnRevocationList(endpoints: ClientVpnEndpoints) {
  return ec2Service({
    name: 'client-vpn-revocation-list',
    actions: {
      ImportClientVpnClientCertificateRevocationList(input, call) {
        const endpoint = endpoints.getChangeable(call, requiredOf(input, 'ClientVpnEndpointId'));
        const list = requiredOf(input, 'CertificateRevocationList');
        if (!isRevocationList(list))
          throw invalidEc2Value('The certificate revocation list is not a PEM-encoded X.509 CRL');
        endpoint.revocationList = list;
        return ec2Xml({ return: true });
      },
      ExportClientVpnClientCertificateRevocationList(input, call) {
        const { revocationList } = endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        if (revocationList === undefined) return '';
        return ec2Xml({ certificateRevocationList: revocationList, status: { code: 'active' } });
      },
    },
  });
}

function isRevocationList(text: string): boolean {
  if (!text.trimStart().startsWith('-----BEGIN X509 CRL-----')) return false;
  try {
    new X509Crl(text);
    return true;
  } catch {
    return false;
  }
}
