import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import type { Attachments } from '../../config';
import { addEmr } from '../../stacks/stage/emr';
import { addKeys } from '../../stacks/stage/keys';
import { addLake } from '../../stacks/stage/lake';
import { addNetwork } from '../../stacks/stage/network';
import { addVpn, type VpnSurroundings } from '../../stacks/stage/vpn';
import { StageStack } from '../../stacks/stage-stack';
import { environmentConfig, organizationConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';
import { synthStack } from '../support/synth';
import { onlyResource, resourcesOf, type TerraformJson } from '../support/terraform-json';
import { CERTIFICATE_VPN, metadataIn, SAML_VPN, vpnConfig } from '../support/vpn';

const stageWith = (...args: Parameters<typeof vpnConfig>): TerraformJson =>
  parsedLandingZone(vpnConfig(...args))['sandbox'] ?? {};

const vpnTypes = (json: TerraformJson) =>
  Object.keys(json.resource ?? {}).filter((type) => /client_vpn|saml|acm|route53/.test(type));

const cidrs = (json: TerraformJson) =>
  resourcesOf(json, 'aws_ec2_client_vpn_authorization_rule').map((rule) => rule['target_network_cidr']);

describe('the VPN of a stage', () => {
  it('is not there unless its file says so', () => {
    const json = parsedLandingZone({ ...vpnConfig(), stages: [environmentConfig('sandbox')] })['sandbox'];
    expect(vpnTypes(json ?? {})).toEqual([]);
    expect(json?.output).not.toHaveProperty('client_vpn_endpoint_id');
  });

  it('is not there when defaults.yaml has the section and the stage no range', () => {
    expect(vpnTypes(stageWith({ ...SAML_VPN, clientCidr: undefined }))).toEqual([]);
  });

  it('lets groups in by their ids, which are looked up where IAM Identity Center is', () => {
    const config = vpnConfig();
    const organization = organizationConfig({ identityCenter: { region: 'us-east-1' } });
    const json = parsedLandingZone({ ...config, organization })['sandbox'] ?? {};
    expect(json.provider?.['aws']).toContainEqual(
      expect.objectContaining({
        alias: 'identity-center',
        region: 'us-east-1',
        allowed_account_ids: ['123456789012'],
      }),
    );
    for (const rule of resourcesOf(json, 'aws_ec2_client_vpn_authorization_rule'))
      expect(rule['access_group_id']).toMatch(/^\$\{local\.vpn-groups-lookup_data-engineers-id_/);
  });

  it('leads to the subnet that EMR stands in, and to DNS', () => {
    expect(cidrs(stageWith())).toEqual(['10.20.0.0/19', '10.20.0.2/32']);
  });

  it('is in as many zones as the file says, from the first on', () => {
    const subnets = (associations: number) =>
      resourcesOf(stageWith({ ...SAML_VPN, associations }), 'aws_ec2_client_vpn_network_association').map(
        (association) => /subnet-(az\d)/.exec(String(association['subnet_id']))?.[1],
      );
    expect(subnets(1)).toEqual(['az1']);
    expect(subnets(2)).toEqual(['az1', 'az2']);
  });

  it('signs people in with the metadata of the file', () => {
    const provider = onlyResource(stageWith(), 'aws_iam_saml_provider');
    expect(provider['name']).toBe('sandbox-client-vpn');
    expect(provider['saml_metadata_document']).toContain('<md:EntityDescriptor');
  });

  it('has a second identity provider for the portal when that has an application of its own', () => {
    const saml = { ...SAML_VPN.saml, portalMetadataFile: 'saml/portal.xml' };
    const json = stageWith({ ...SAML_VPN, saml, selfServicePortal: true });
    const [options] = onlyResource(json, 'aws_ec2_client_vpn_endpoint')['authentication_options'] as [object];
    expect(options).toMatchObject({
      saml_provider_arn: expect.stringContaining('vpn-saml-provider') as unknown,
      self_service_saml_provider_arn: expect.stringContaining('vpn-portal-saml-provider') as unknown,
    });
    expect(json.output).toHaveProperty('client_vpn_self_service_url');
  });

  it('takes all traffic only for a written reason', () => {
    const isSplit = (vpn: Record<string, unknown>) =>
      onlyResource(stageWith(vpn), 'aws_ec2_client_vpn_endpoint')['split_tunnel'];
    expect([isSplit(SAML_VPN), isSplit({ ...SAML_VPN, fullTunnelReason: 'auditors ask for it' })]).toEqual([
      true,
      false,
    ]);
  });

  it('tells Terraform’s users its id and name', () => {
    expect(stageWith().output).toMatchObject({
      client_vpn_endpoint_id: {
        value: expect.stringMatching(/^\$\{aws_ec2_client_vpn_endpoint\./) as unknown,
      },
      client_vpn_dns_name: { value: expect.stringMatching(/\.dns_name\}$/) as unknown },
    });
    expect(stageWith().output).not.toHaveProperty('client_vpn_self_service_url');
  });

  it('cannot be lost unless the stage is disposable: profiles that people have would be worth nothing', () => {
    const isProtected = (disposable: boolean) =>
      onlyResource(stageWith(SAML_VPN, { disposable }), 'aws_ec2_client_vpn_endpoint')['lifecycle'];
    expect([isProtected(false), isProtected(true)]).toEqual([{ prevent_destroy: true }, undefined]);
  });

  it('takes certificates that are there, and then looks nobody up', () => {
    const json = stageWith(CERTIFICATE_VPN);
    expect(vpnTypes(json).filter((type) => !type.includes('client_vpn'))).toEqual([]);
    expect(json.data?.['aws_identitystore_groups']).toBeUndefined();
    expect(onlyResource(json, 'aws_ec2_client_vpn_endpoint')['server_certificate_arn']).toBe(
      CERTIFICATE_VPN.serverCertificate.arn,
    );
  });
});

describe('a VPN without its metadata', () => {
  const stack = (attachments: Attachments, vpn: object = SAML_VPN) =>
    new StageStack(Testing.app(), {
      attachments,
      organization: organizationConfig(),
      environment: environmentConfig('sandbox', { vpn }),
    });

  it('is left out; the rest of the stage is there', () => {
    const json = synthStack(stack(metadataIn()));
    expect(vpnTypes(json)).toEqual([]);
    expect(json.data?.['aws_ssoadmin_instances']).toBeUndefined();
    expect(resourcesOf(json, 'aws_vpc')).toHaveLength(1);
  });

  it('is left out as long as only the portal’s is missing: added later, it would replace the endpoint', () => {
    const saml = { ...SAML_VPN.saml, portalMetadataFile: 'saml/portal.xml' };
    const vpn = { ...SAML_VPN, saml, selfServicePortal: true };
    expect(vpnTypes(synthStack(stack(metadataIn('sandbox.xml'), vpn)))).toEqual([]);
  });
});

describe('a VPN to Airflow', () => {
  function synthVpn(access: Record<string, string[]>, airflow: Partial<VpnSurroundings>): TerraformJson {
    const scope = new TerraformStack(Testing.app(), 'sandbox');
    const provider = new AwsProvider(scope, 'provider', { alias: 'stage', region: 'eu-west-1' });
    const environment = environmentConfig('sandbox', { vpn: { ...SAML_VPN, access } });
    const attachments = metadataIn('sandbox.xml');
    const stage = { scope, provider, accountId: '111122223333', environment, attachments };
    const keys = addKeys(stage);
    const vpc = addNetwork(stage, keys);
    const lake = addLake(stage, keys);
    const emr = addEmr(stage, { keys, vpc, lake, defaultDatabase: undefined });
    addVpn(stage, { organization: organizationConfig(), keys, vpc, emr, ...airflow });
    return synthStack(scope);
  }
  const airflowSecurityGroupIds = { main: 'sg-airflow' };
  const intoAirflow = (json: TerraformJson) =>
    resourcesOf(json, 'aws_vpc_security_group_ingress_rule').filter(
      (rule) => rule['security_group_id'] === 'sg-airflow',
    );

  it('opens HTTPS to its web servers, in their subnets', () => {
    const json = synthVpn({ ops: ['airflow'] }, { airflowSecurityGroupIds });
    expect(intoAirflow(json)).toEqual([expect.objectContaining({ from_port: 443, to_port: 443 })]);
    expect(cidrs(json)).toEqual(['10.20.0.0/19', '10.20.64.0/19', '10.20.0.2/32']);
  });

  it('opens nothing when no group goes there', () => {
    expect(intoAirflow(synthVpn({ devs: ['emr'] }, { airflowSecurityGroupIds }))).toEqual([]);
  });

  it('leads nowhere when Airflow has no private web server', () => {
    expect(cidrs(synthVpn({ ops: ['airflow'] }, {}))).toEqual(['10.20.0.2/32']);
  });
});
