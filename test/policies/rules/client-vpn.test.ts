import { overlaps, parseCidr } from '../../../config/network/cidr';
import { describeRows } from '../../support/policy-rows';
import type { Attributes, TerraformJson } from '../../support/terraform-json';
import { addressesWhere, at, first, listOf, refersTo, resources, set } from '../../support/terraform-query';

const ENDPOINT = 'aws_ec2_client_vpn_endpoint';
const RULE = 'aws_ec2_client_vpn_authorization_rule';

/** Whether a value refers to a resource of a type that is in the stack. */
const refersToOne = (json: TerraformJson, type: string, value: unknown): boolean =>
  resources(json, type).some(({ address }) => refersTo(value, address));

function isLogged(json: TerraformJson, endpoint: Attributes): boolean {
  const log = (name: string) => at(endpoint, `connection_log_options.${name}`);
  return (
    log('enabled') === true &&
    refersToOne(json, 'aws_cloudwatch_log_group', log('cloudwatch_log_group')) &&
    refersToOne(json, 'aws_cloudwatch_log_stream', log('cloudwatch_log_stream'))
  );
}

/** Whether people sign in, or bring certificates where that will do. */
function isSignedIn(json: TerraformJson, endpoint: Attributes, mayHaveCertificates: boolean): boolean {
  const options = listOf(endpoint['authentication_options']) as Attributes[];
  return (
    options.length > 0 &&
    options.every(
      ({ type, saml_provider_arn: saml, root_certificate_chain_arn: root }) =>
        (type === 'federated-authentication' && refersToOne(json, 'aws_iam_saml_provider', saml)) ||
        (type === 'certificate-authentication' && root !== undefined && mayHaveCertificates),
    )
  );
}

/** Whether an endpoint is in a VPC of the stack, with one security group that nothing else is in. */
function hasOwnGroup(json: TerraformJson, endpoint: Attributes): boolean {
  const groups = resources(json, 'aws_security_group').filter(({ address }) =>
    refersTo(endpoint['security_group_ids'], address),
  );
  const others = Object.keys(json.resource ?? {}).filter(
    (type) => type !== ENDPOINT && !type.includes('security_group'),
  );
  return (
    refersToOne(json, 'aws_vpc', endpoint['vpc_id']) &&
    listOf(endpoint['security_group_ids']).length === 1 &&
    groups.length === 1 &&
    groups.every(({ address }) =>
      resources(json, ...others).every(({ attributes }) => !refersTo(attributes, address)),
    )
  );
}

/** Whether a range is one that AWS takes, and not the VPC's; that it is no other stage's is rule 49. */
function isRangeOfClients(json: TerraformJson, { client_cidr_block }: Attributes): boolean {
  const range = parseCidr(String(client_cidr_block));
  const vpcs = resources(json, 'aws_vpc').map(({ attributes }) =>
    parseCidr(String(attributes['cidr_block'])),
  );
  return range.prefix >= 12 && range.prefix <= 22 && !vpcs.some((vpc) => overlaps(vpc, range));
}

describeRows('client-vpn', [
  {
    row: 50,
    title: 'connections are logged, to a group and a stream that exist',
    ids: [
      'FSBP EC2.51',
      'AWS Config EC2_CLIENT_VPN_CONNECTION_LOG_ENABLED',
      'prowler ec2_client_vpn_endpoint_connection_logging_enabled',
    ],
    check: (json) => addressesWhere(json, ENDPOINT, (endpoint) => !isLogged(json, endpoint)),
    breakIt: [
      (json) => set(json, ENDPOINT, 'connection_log_options.enabled', false),
      (json) => set(json, ENDPOINT, 'connection_log_options.cloudwatch_log_group', 'nowhere'),
      (json) => set(json, ENDPOINT, 'connection_log_options.cloudwatch_log_stream', undefined),
    ],
  },
  {
    row: 51,
    title: 'nowhere is everybody let in',
    ids: ['AWS Config EC2_CLIENT_VPN_NOT_AUTHORIZE_ALL'],
    check: (json) =>
      addressesWhere(
        json,
        RULE,
        ({ authorize_all_groups: all, access_group_id: group }) => all === true || group === undefined,
      ),
    breakIt: [
      (json) => set(json, RULE, 'authorize_all_groups', true),
      (json) => set(json, RULE, 'access_group_id', undefined),
    ],
  },
  {
    row: 52,
    title: 'people sign in with SAML; certificates are for stages that may go, or that say why',
    ids: ['own'],
    check: (json, { isDisposable, vpn }) =>
      addressesWhere(
        json,
        ENDPOINT,
        (endpoint) => !isSignedIn(json, endpoint, isDisposable || vpn?.mutualTlsReason !== undefined),
      ),
    breakIt: [
      (json) => set(json, ENDPOINT, 'authentication_options', [{ type: 'federated-authentication' }]),
      (json) =>
        set(json, ENDPOINT, 'authentication_options', [
          {
            type: 'certificate-authentication',
            root_certificate_chain_arn: 'arn:aws:acm:eu-west-1:111122223333:certificate/clients',
          },
        ]),
      (json) => set(json, ENDPOINT, 'authentication_options', []),
    ],
  },
  {
    row: 53,
    title: 'the tunnel is split, but for stages that say why not',
    ids: ['own'],
    check: (json, { vpn }) =>
      addressesWhere(
        json,
        ENDPOINT,
        ({ split_tunnel }) => split_tunnel !== true && vpn?.fullTunnelReason === undefined,
      ),
    breakIt: [
      (json) => set(json, ENDPOINT, 'split_tunnel', false),
      // AWS's own default.
      (json) => set(json, ENDPOINT, 'split_tunnel', undefined),
    ],
  },
  {
    row: 54,
    title: 'sessions end after at most 12 hours, and begin with a banner',
    ids: ['own'],
    check: (json) =>
      addressesWhere(
        json,
        ENDPOINT,
        (endpoint) =>
          !(Number(endpoint['session_timeout_hours']) <= 12) ||
          endpoint['disconnect_on_session_timeout'] !== true ||
          at(endpoint, 'client_login_banner_options.enabled') !== true ||
          !/\S/.test((at(endpoint, 'client_login_banner_options.banner_text') as string | undefined) ?? ''),
      ),
    breakIt: [
      (json) => set(json, ENDPOINT, 'session_timeout_hours', 24),
      (json) => set(json, ENDPOINT, 'session_timeout_hours', undefined),
      (json) => set(json, ENDPOINT, 'disconnect_on_session_timeout', false),
      (json) => set(json, ENDPOINT, 'client_login_banner_options.enabled', false),
      (json) => set(json, ENDPOINT, 'client_login_banner_options.banner_text', ' '),
    ],
  },
  {
    row: 55,
    title: 'endpoints have a VPC, a security group of their own, and a range of /22 or more beside the VPC',
    ids: ['own'],
    check: (json) =>
      addressesWhere(
        json,
        ENDPOINT,
        (endpoint) => !hasOwnGroup(json, endpoint) || !isRangeOfClients(json, endpoint),
      ),
    breakIt: [
      (json) => set(json, ENDPOINT, 'vpc_id', undefined),
      (json) => set(json, ENDPOINT, 'security_group_ids', undefined),
      (json) => {
        const { attributes } = first(json, 'aws_vpc_endpoint');
        return set(json, ENDPOINT, 'security_group_ids', attributes['security_group_ids']);
      },
      (json) => set(json, ENDPOINT, 'client_cidr_block', '10.250.0.0/24'),
      (json) => set(json, ENDPOINT, 'client_cidr_block', first(json, 'aws_vpc').attributes['cidr_block']),
    ],
  },
  {
    row: 56,
    title: 'endpoints are tagged with a name',
    ids: ['AWS Config EC2_CLIENT_VPN_ENDPOINT_TAGGED'],
    check: (json) => addressesWhere(json, ENDPOINT, (endpoint) => at(endpoint, 'tags.Name') === undefined),
    breakIt: (json) => set(json, ENDPOINT, 'tags', {}),
  },
]);
