import { onlyResource, resourcesOf, tag } from '../../support/terraform-json';
import { vpnJson } from './client-vpn-fixture';

const endpoint = (...args: Parameters<typeof vpnJson>) =>
  onlyResource(vpnJson(...args), 'aws_ec2_client_vpn_endpoint');

describe('ClientVpnEndpoint', () => {
  it('sends into the tunnel only what is meant for the VPC, and finds private names there', () => {
    expect(endpoint()).toMatchObject({ split_tunnel: true, dns_servers: ['10.20.0.2'] });
  });

  it('sends everything into it when asked to', () => {
    expect(endpoint({ isFullTunnel: true })['split_tunnel']).toBe(false);
  });

  it('ends a session and lets nobody in again without signing in', () => {
    expect(endpoint()).toMatchObject({ session_timeout_hours: 8, disconnect_on_session_timeout: true });
  });

  it('says what it is for to whoever connects', () => {
    expect(endpoint()['client_login_banner_options']).toEqual({ enabled: true, banner_text: 'Hello' });
  });

  it('stands in a VPC behind a group of its own', () => {
    expect(endpoint()).toMatchObject({
      vpc_id: 'vpc-1',
      security_group_ids: [expect.stringMatching(/^\$\{aws_security_group\.vpn_security-group_\w+\.id\}$/)],
      client_cidr_block: '10.250.0.0/22',
    });
  });

  it('asks an identity provider who somebody is', () => {
    expect(endpoint()['authentication_options']).toEqual([
      {
        type: 'federated-authentication',
        saml_provider_arn: 'arn:aws:iam::111122223333:saml-provider/vpn',
      },
    ]);
  });

  it('lets in whoever has a certificate when told to', () => {
    const authentication = { type: 'mutualTls', rootCertificateChainArn: 'arn:root' } as const;
    expect(endpoint({ authentication })['authentication_options']).toEqual([
      { type: 'certificate-authentication', root_certificate_chain_arn: 'arn:root' },
    ]);
  });

  it('writes down who connected, in an encrypted log with an end', () => {
    const json = vpnJson();
    const [groupName] = Object.keys(json.resource?.['aws_cloudwatch_log_group'] ?? {});
    expect(onlyResource(json, 'aws_cloudwatch_log_group')).toMatchObject({
      name: '/vpn/sandbox/connections',
      retention_in_days: 365,
      kms_key_id: 'arn:aws:kms:eu-west-1:111122223333:key/logs',
    });
    expect(endpoint()['connection_log_options']).toMatchObject({
      enabled: true,
      cloudwatch_log_group: `\${aws_cloudwatch_log_group.${groupName}.name}`,
      cloudwatch_log_stream: expect.stringMatching(/^\$\{aws_cloudwatch_log_stream\./) as unknown,
    });
  });

  it('has the name that lz vpn profile looks for', () => {
    expect(tag(endpoint(), 'Name')).toBe('sandbox-client-vpn');
  });

  it('has a network interface in each subnet it is given, and waits long enough for it', () => {
    const associations = vpnJson().resource?.['aws_ec2_client_vpn_network_association'] ?? {};
    expect(Object.keys(associations).map((name) => name.replace(/_\w{8}$/, ''))).toEqual([
      'vpn_endpoint_association-az1',
      'vpn_endpoint_association-az2',
    ]);
    for (const association of resourcesOf(vpnJson(), 'aws_ec2_client_vpn_network_association'))
      expect(association['timeouts']).toEqual({ create: '30m', delete: '30m' });
  });
});
