import { ClientVpn, type ClientVpnProps } from '../../../modules/client-vpn/client-vpn';
import { synthModule } from '../../support/synth';
import type { TerraformJson } from '../../support/terraform-json';

export const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/logs';

/** Two targets that share a subnet, as EMR and Airflow do. */
export const TARGETS: ClientVpnProps['targets'] = {
  emr: {
    subnets: [{ zone: 'az1', cidr: '10.20.0.0/19' }],
    openings: [
      { id: 'resource-manager', description: 'YARN', port: 8088, securityGroupId: 'sg-primary' },
      { id: 'node-manager', description: 'YARN on nodes', port: 8042, securityGroupId: 'sg-core' },
    ],
  },
  airflow: {
    subnets: [
      { zone: 'az1', cidr: '10.20.0.0/19' },
      { zone: 'az2', cidr: '10.20.64.0/19' },
    ],
    openings: [{ id: 'main', description: 'Airflow', port: 443, securityGroupId: 'sg-airflow' }],
  },
};

/** A VPN with SAML and one group, unless told otherwise. */
export function vpnJson(overrides: Partial<ClientVpnProps> = {}): TerraformJson {
  return synthModule((stack, provider) => {
    new ClientVpn(stack, 'vpn', {
      provider,
      name: 'sandbox',
      vpcId: 'vpc-1',
      clientCidr: '10.250.0.0/22',
      dnsServer: '10.20.0.2',
      serverCertificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/server',
      authentication: {
        type: 'saml',
        samlProviderArn: 'arn:aws:iam::111122223333:saml-provider/vpn',
        groups: [{ name: 'data-engineers', groupId: 'g-1', targets: ['emr'] }],
      },
      sessionHours: 8,
      banner: 'Hello',
      transport: 'udp',
      port: 443,
      hasSelfServicePortal: false,
      log: { retentionDays: 365, kmsKeyArn: KEY },
      subnets: [
        { zone: 'az1', subnetId: 'subnet-1' },
        { zone: 'az2', subnetId: 'subnet-2' },
      ],
      targets: TARGETS,
      ...overrides,
    });
  });
}
