import { overlaps, parseCidr } from '../../../config/network/cidr';
import { parsedLandingZone } from '../../support/landing-zone';
import { type Attributes, resourcesOf, type TerraformJson } from '../../support/terraform-json';
import { CERTIFICATE_VPN, SAML_VPN, vpnConfig } from '../../support/vpn';

/** What is wrong with the VPNs of a stack; nothing when all is well. */
type Check = (json: TerraformJson) => string[];

const ENDPOINT = 'aws_ec2_client_vpn_endpoint';
const RULE = 'aws_ec2_client_vpn_authorization_rule';

/** A check of each endpoint by itself. */
const eachEndpoint =
  (isRight: (endpoint: Attributes, json: TerraformJson) => boolean, complaint: string): Check =>
  (json) =>
    resourcesOf(json, ENDPOINT)
      .filter((endpoint) => !isRight(endpoint, json))
      .map(() => complaint);

const block = (value: unknown) => value as Record<string, unknown> | undefined;

/** Whether a text refers to a resource of a type that is in the stack. */
const refersTo = (json: TerraformJson, type: string, text: unknown) =>
  Object.keys(json.resource?.[type] ?? {}).some((name) => String(text).startsWith(`\${${type}.${name}.`));

/** AWS Config EC2_CLIENT_VPN_CONNECTION_LOG_ENABLED, Security Hub EC2.51. */
const connectionsAreLogged = eachEndpoint((endpoint, json) => {
  const log = block(endpoint['connection_log_options']);
  return (
    log?.['enabled'] === true &&
    refersTo(json, 'aws_cloudwatch_log_group', log['cloudwatch_log_group']) &&
    refersTo(json, 'aws_cloudwatch_log_stream', log['cloudwatch_log_stream'])
  );
}, 'connections are not logged to a group of the stack');

/** AWS Config EC2_CLIENT_VPN_NOT_AUTHORIZE_ALL, for ranges wider than a subnet. */
const notEverybodyGoesEverywhere: Check = (json) => {
  const subnets = resourcesOf(json, 'aws_subnet').map((subnet) => subnet['cidr_block']);
  return resourcesOf(json, RULE)
    .filter((rule) => rule['authorize_all_groups'] === true)
    .filter(
      ({ target_network_cidr: cidr }) => !subnets.includes(cidr) && parseCidr(String(cidr)).prefix !== 32,
    )
    .map((rule) => `everybody may go to ${String(rule['target_network_cidr'])}`);
};

const peopleAuthenticate = eachEndpoint((endpoint) => {
  const options = endpoint['authentication_options'] as Record<string, unknown>[];
  return options.every(
    ({ type, saml_provider_arn: saml, root_certificate_chain_arn: root }) =>
      (type === 'federated-authentication' && saml !== undefined) ||
      (type === 'certificate-authentication' && root !== undefined),
  );
}, 'authenticates nobody');

/** True splits the tunnel; a stage that does not has written down why. */
const tunnelIsSplit = (isWaived: boolean) =>
  eachEndpoint((endpoint) => endpoint['split_tunnel'] === true || isWaived, 'takes all traffic');

const sessionsEnd = eachEndpoint(
  (endpoint) =>
    Number(endpoint['session_timeout_hours']) <= 12 &&
    endpoint['disconnect_on_session_timeout'] === true &&
    block(endpoint['client_login_banner_options'])?.['enabled'] === true,
  'has sessions of more than 12 hours, or without an end, or no banner',
);

const standsApart = eachEndpoint((endpoint, json) => {
  const groups = endpoint['security_group_ids'] as string[] | undefined;
  const range = parseCidr(String(endpoint['client_cidr_block']));
  const vpcs = resourcesOf(json, 'aws_vpc').map((vpc) => parseCidr(String(vpc['cidr_block'])));
  return (
    refersTo(json, 'aws_vpc', endpoint['vpc_id']) &&
    groups?.length === 1 &&
    groups.every((group) => refersTo(json, 'aws_security_group', group)) &&
    range.prefix >= 12 &&
    range.prefix <= 22 &&
    !vpcs.some((vpc) => overlaps(vpc, range))
  );
}, 'has no group of its own in the VPC, or a range that AWS refuses');

/** AWS Config EC2_CLIENT_VPN_ENDPOINT_TAGGED. */
const isTagged = eachEndpoint((endpoint) => block(endpoint['tags'])?.['Name'] !== undefined, 'has no name');

/** A copy of a stack in which the only resource of a type is changed. */
function broken(json: TerraformJson, type: string, change: Attributes): TerraformJson {
  const copy = structuredClone(json);
  for (const resource of resourcesOf(copy, type)) Object.assign(resource, change);
  return copy;
}

const saml = parsedLandingZone(vpnConfig(SAML_VPN))['sandbox'] ?? {};
const certificates = parsedLandingZone(vpnConfig(CERTIFICATE_VPN))['sandbox'] ?? {};

/** What must hold, its check, and what breaks it. */
const RULES: readonly [string, Check, string, Attributes][] = [
  ['connections are logged', connectionsAreLogged, ENDPOINT, { connection_log_options: { enabled: false } }],
  [
    'connections are logged to a group that exists',
    connectionsAreLogged,
    ENDPOINT,
    {
      connection_log_options: { enabled: true, cloudwatch_log_group: 'nowhere', cloudwatch_log_stream: 'x' },
    },
  ],
  [
    'not everybody goes everywhere',
    notEverybodyGoesEverywhere,
    RULE,
    { authorize_all_groups: true, target_network_cidr: '10.20.0.0/16' },
  ],
  [
    'people authenticate',
    peopleAuthenticate,
    ENDPOINT,
    { authentication_options: [{ type: 'federated-authentication' }] },
  ],
  ['the tunnel is split', tunnelIsSplit(false), ENDPOINT, { split_tunnel: false }],
  ['sessions are short', sessionsEnd, ENDPOINT, { session_timeout_hours: 24 }],
  ['sessions end', sessionsEnd, ENDPOINT, { disconnect_on_session_timeout: false }],
  ['there is a banner', sessionsEnd, ENDPOINT, { client_login_banner_options: { enabled: false } }],
  ['the endpoint has a group of its own', standsApart, ENDPOINT, { security_group_ids: undefined }],
  ['the endpoint is in the VPC', standsApart, ENDPOINT, { vpc_id: undefined }],
  ['the range is large enough', standsApart, ENDPOINT, { client_cidr_block: '10.250.0.0/24' }],
  ["the range is not the VPC's", standsApart, ENDPOINT, { client_cidr_block: '10.20.4.0/22' }],
  ['the endpoint is tagged', isTagged, ENDPOINT, { tags: {} }],
];

describe('Client VPN', () => {
  it.each([
    ['SAML', saml],
    ['certificates', certificates],
  ])('with %s is there to be looked at', (_, json) => {
    expect(resourcesOf(json, ENDPOINT)).toHaveLength(1);
    expect(resourcesOf(json, RULE).length).toBeGreaterThan(1);
  });

  it.each(RULES)('%s', (_, check) => {
    expect([saml, certificates].flatMap(check)).toEqual([]);
  });

  it.each(RULES)('fails unless %s', (_, check, type, change) => {
    expect(check(broken(saml, type, change))).not.toEqual([]);
  });

  it('takes all traffic only for a written reason', () => {
    const waived = parsedLandingZone(vpnConfig({ ...SAML_VPN, fullTunnelReason: 'auditors ask for it' }));
    expect(tunnelIsSplit(false)(waived['sandbox'] ?? {})).not.toEqual([]);
    expect(tunnelIsSplit(true)(waived['sandbox'] ?? {})).toEqual([]);
  });
});
