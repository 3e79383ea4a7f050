import {
  type GroupFiles,
  groupsInFiles,
  type OrganizationConfig,
  readSamlMetadata,
  resolverAddress,
  type SamlMetadata,
  type VpnConfig,
  type VpnTargetName,
} from '../../config';
import { ClientVpn } from '../../modules/client-vpn/client-vpn';
import { SamlProvider } from '../../modules/client-vpn/saml-provider';
import { ServerCertificate } from '../../modules/client-vpn/server-certificate';
import type { VpnAuthentication } from '../../modules/client-vpn/vpn-authentication';
import type { VpnTarget } from '../../modules/client-vpn/vpn-target';
import type { EmrPlatform } from '../../modules/emr/emr-platform';
import { GroupsLookup } from '../../modules/identity-center/groups-lookup';
import type { Vpc } from '../../modules/vpc/vpc';
import { identityCenterProvider } from '../providers';
import type { StageKeys } from './keys';
import type { StageContext } from './stage-context';

/** What a VPN is made with, besides what every part of a stage is. */
export interface VpnSurroundings {
  readonly organization: OrganizationConfig;
  readonly groupFiles?: GroupFiles;
  readonly keys: StageKeys;
  readonly vpc: Vpc;
  readonly emr: EmrPlatform;
  /**
   * Security groups of Airflow's private web servers, by the name of the environment.
   *
   * @default - Airflow has none, and nobody goes there through the VPN
   */
  readonly airflowSecurityGroupIds?: Readonly<Record<string, string>>;
  /**
   * Subnets of these web servers, as `vpc.privateSubnets.subnetIds` has them.
   *
   * @default - all private subnets
   */
  readonly airflowSubnetIds?: readonly string[];
}

/**
 * The Client VPN of a stage.
 *
 * @returns undefined when the stage has none, or none yet: the metadata of its SAML application has to be downloaded
 * by hand, since AWS has no API for it
 */
export function addVpn(stage: StageContext, surroundings: VpnSurroundings): ClientVpn | undefined {
  const { scope, provider, environment } = stage;
  const { vpn, network } = environment;
  if (vpn?.clientCidr === undefined) return undefined;
  const { keys, vpc } = surroundings;
  const authentication = authenticationOf(stage, vpn, surroundings);
  // lz check and cdktf warn of it: vpn-saml-metadata-present.
  if (!authentication) return undefined;
  return new ClientVpn(scope, 'client-vpn', {
    provider,
    name: environment.stage,
    vpcId: vpc.vpcId,
    clientCidr: vpn.clientCidr,
    dnsServer: resolverAddress(network.cidr),
    serverCertificateArn: serverCertificateArn(stage, vpn),
    authentication,
    sessionHours: vpn.sessionHours,
    banner: vpn.banner,
    isFullTunnel: vpn.fullTunnelReason !== undefined,
    transport: vpn.transport,
    port: vpn.port,
    hasSelfServicePortal: vpn.selfServicePortal,
    log: { retentionDays: vpn.connectionLogs.retentionDays, kmsKeyArn: keys.logs.arn },
    subnets: vpc.privateSubnets.all.slice(0, vpn.associations),
    targets: targetsOf(surroundings),
  });
}

function authenticationOf(
  stage: StageContext,
  vpn: VpnConfig,
  surroundings: VpnSurroundings,
): VpnAuthentication | undefined {
  if (vpn.authentication === 'mutualTls') {
    const { rootCertificateChainArn } = vpn;
    if (rootCertificateChainArn === undefined)
      throw new Error('config lets no mutualTls through without an authority');
    return { type: 'mutualTls', rootCertificateChainArn };
  }
  const metadata = readSamlMetadata(stage.attachments, vpn);
  return metadata && samlAuthentication(stage, vpn, metadata, surroundings);
}

function samlAuthentication(
  { scope, provider, environment: { stage } }: StageContext,
  vpn: VpnConfig,
  metadata: SamlMetadata,
  { organization, groupFiles }: VpnSurroundings,
): VpnAuthentication {
  const login = new SamlProvider(scope, 'vpn-saml-provider', {
    provider,
    name: `${stage}-client-vpn`,
    metadata: metadata.login,
  });
  const portal =
    metadata.portal === undefined
      ? undefined
      : new SamlProvider(scope, 'vpn-portal-saml-provider', {
          provider,
          name: `${stage}-client-vpn-portal`,
          metadata: metadata.portal,
        });
  const lookup = new GroupsLookup(scope, 'vpn-groups-lookup', {
    provider: identityCenterProvider(scope, organization),
    groups: groupsInFiles(vpn.access, stage, groupFiles),
    instanceRemedy:
      'name the region where it was enabled in identityCenter.region of environments/organization.yaml',
    groupRemedy: 'add them there, or correct vpn.access in these files',
  });
  return {
    type: 'saml',
    samlProviderArn: login.arn,
    portalSamlProviderArn: portal?.arn,
    groups: Object.entries(vpn.access).map(([name, targets]) => ({
      name,
      groupId: lookup.groupId(name),
      targets,
    })),
  };
}

/** The certificate that is there, or else one that ACM makes. */
function serverCertificateArn({ scope, provider }: StageContext, { serverCertificate }: VpnConfig): string {
  const { arn, domain, hostedZoneId } = serverCertificate;
  if (arn !== undefined) return arn;
  if (domain === undefined || hostedZoneId === undefined)
    throw new Error('config lets no VPN through without a server certificate');
  return new ServerCertificate(scope, 'vpn-server-certificate', { provider, domain, hostedZoneId }).arn;
}

function targetsOf({
  vpc,
  emr,
  airflowSecurityGroupIds = {},
  airflowSubnetIds = vpc.privateSubnets.subnetIds,
}: VpnSurroundings): Record<VpnTargetName, VpnTarget> {
  const { privateSubnets } = vpc;
  const airflow = Object.entries(airflowSecurityGroupIds);
  return {
    emr: { subnets: privateSubnets.withIds(emr.subnetIds), openings: emr.webInterfaces() },
    airflow: {
      subnets: airflow.length > 0 ? privateSubnets.withIds(airflowSubnetIds) : [],
      openings: airflow.map(([name, securityGroupId]) => ({
        id: name,
        description: `web server of Airflow ${name}`,
        port: 443,
        securityGroupId,
      })),
    },
  };
}
