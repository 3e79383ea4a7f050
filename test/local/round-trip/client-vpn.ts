import { type ServerCertificate, samlMetadata } from '../server-certificate';
import type { Resources } from './resources';

export interface ClientVpnProps {
  readonly server: ServerCertificate;
  /** With other values for what can change without a new endpoint. */
  readonly isChanged: boolean;
}

const ENDPOINT = '${aws_ec2_client_vpn_endpoint.this.id}';

/**
 * A Client VPN endpoint that is in no VPC yet, because the provider waits four minutes for each association, and
 * one with as little as the provider takes.
 */
export function clientVpn({ server, isChanged }: ClientVpnProps): Resources {
  const tags = { Name: isChanged ? 'rt-vpn-changed' : 'rt-vpn' };
  return {
    aws_acm_certificate: {
      server: {
        certificate_body: server.certificate,
        certificate_chain: server.chain,
        private_key: server.privateKey,
        tags,
      },
    },
    aws_iam_saml_provider: {
      this: { name: 'rt-client-vpn', saml_metadata_document: samlMetadata(server.chain), tags },
    },
    aws_cloudwatch_log_group: { vpn: { name: '/rt/client-vpn', retention_in_days: 90, tags } },
    aws_cloudwatch_log_stream: {
      vpn: { name: 'connections', log_group_name: '${aws_cloudwatch_log_group.vpn.name}' },
    },
    aws_ec2_client_vpn_endpoint: {
      this: {
        description: isChanged ? 'Changed' : 'Developers',
        client_cidr_block: '172.30.0.0/20',
        server_certificate_arn: '${aws_acm_certificate.server.arn}',
        authentication_options: [
          {
            type: 'federated-authentication',
            saml_provider_arn: '${aws_iam_saml_provider.this.arn}',
            self_service_saml_provider_arn: '${aws_iam_saml_provider.this.arn}',
          },
        ],
        connection_log_options: [
          {
            enabled: true,
            cloudwatch_log_group: '${aws_cloudwatch_log_group.vpn.name}',
            cloudwatch_log_stream: '${aws_cloudwatch_log_stream.vpn.name}',
          },
        ],
        dns_servers: isChanged ? ['10.99.0.2', '10.99.0.3'] : ['10.99.0.2'],
        split_tunnel: true,
        transport_protocol: 'udp',
        vpn_port: isChanged ? 1194 : 443,
        session_timeout_hours: isChanged ? 12 : 8,
        disconnect_on_session_timeout: true,
        self_service_portal: isChanged ? 'disabled' : 'enabled',
        client_login_banner_options: [
          { enabled: true, banner_text: isChanged ? 'Changed' : 'Authorised use only: <& "all" is logged>' },
        ],
        vpc_id: '${aws_vpc.this.id}',
        security_group_ids: [
          isChanged ? '${aws_security_group.core.id}' : '${aws_security_group.primary.id}',
        ],
        tags,
      },
      small: {
        client_cidr_block: '172.31.0.0/22',
        server_certificate_arn: '${aws_acm_certificate.server.arn}',
        authentication_options: [
          {
            type: 'certificate-authentication',
            root_certificate_chain_arn: '${aws_acm_certificate.server.arn}',
          },
        ],
        connection_log_options: [{ enabled: false }],
      },
    },
    aws_ec2_client_vpn_authorization_rule: {
      network: {
        client_vpn_endpoint_id: ENDPOINT,
        target_network_cidr: '10.99.0.0/16',
        access_group_id: '906727f4d4-0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d',
        description: 'Engineers',
      },
      everybody: {
        client_vpn_endpoint_id: ENDPOINT,
        target_network_cidr: '10.98.0.0/16',
        authorize_all_groups: true,
      },
    },
  };
}
