import type { AwsCall } from '../aws-call';
import { Refusal, ServiceError } from '../aws-error';
import { isMutual } from '../client-vpn-authentication';
import type { AuthorizationRule, ClientVpnEndpoint, ClientVpnEndpoints } from '../client-vpn-endpoints';
import { booleanOf, requiredOf } from '../ec2-form';
import { ec2Page } from '../ec2-page';
import { ec2Service } from '../ec2-service';
import { ec2List, ec2Xml } from '../ec2-xml';
import { ipv4Range } from '../ipv4-range';
import type { MotoClient } from '../moto-client';
import { PassingState } from '../passing-state';
import { samlMetadata } from '../saml-metadata';

/** Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/limits.html */
const MAX_RULES = 200;

/**
 * Which groups of clients may reach which ranges of addresses.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeClientVpnIngress.html
 */
export function clientVpnAuthorizationRule(endpoints: ClientVpnEndpoints) {
  return ec2Service({
    name: 'client-vpn-authorization-rule',
    actions: {
      async AuthorizeClientVpnIngress(input, call, moto) {
        const endpointId = requiredOf(input, 'ClientVpnEndpointId');
        const destination = requiredOf(input, 'TargetNetworkCidr');
        ipv4Range(destination, 'TargetNetworkCidr');
        const groupId = groupOf(input, 'AuthorizeAllGroups');
        if (groupId !== undefined)
          await checkGroup(endpoints.getChangeable(call, endpointId), groupId, call, moto);
        const endpoint = endpoints.getChangeable(call, endpointId);
        if (endpoint.rules.some((rule) => rule.destination === destination && rule.groupId === groupId))
          throw new ServiceError({
            code: 'InvalidClientVpnDuplicateAuthorizationRule',
            message: `Authorization rule for ${destination} already exists`,
          });
        if (endpoint.rules.length >= MAX_RULES)
          throw new ServiceError({
            code: 'ClientVpnAuthorizationRuleLimitExceeded',
            message: `You have reached the limit of ${MAX_RULES} authorization rules for an endpoint`,
          });
        endpoint.rules.push({
          destination,
          groupId,
          description: input.get('Description') ?? undefined,
          state: new PassingState<'authorizing' | 'active'>('authorizing', 'active'),
        });
        return ec2Xml({ status: { code: 'authorizing' } });
      },
      DescribeClientVpnAuthorizationRules(input, call) {
        const { id, rules } = endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        const { items, nextToken } = ec2Page(input, rules, {
          description: ({ description }) => description,
          'destination-cidr': ({ destination }) => destination,
          'group-id': ({ groupId }) => groupId,
        });
        return ec2Xml({ authorizationRule: ec2List(items.map((rule) => element(id, rule))), nextToken });
      },
      RevokeClientVpnIngress(input, call) {
        const endpoint = endpoints.get(call, requiredOf(input, 'ClientVpnEndpointId'));
        const destination = requiredOf(input, 'TargetNetworkCidr');
        const groupId = groupOf(input, 'RevokeAllGroups');
        const rule = endpoint.rules.find((one) => one.destination === destination && one.groupId === groupId);
        if (rule === undefined)
          throw new ServiceError({
            code: 'InvalidClientVpnEndpointAuthorizationRuleNotFound',
            message: `Authorization rule for ${destination} does not exist`,
          });
        rule.state = new PassingState<'revoking'>('revoking');
        return ec2Xml({ status: { code: 'revoking' } });
      },
    },
  });
}

/**
 * The group that a request names; undefined for all groups.
 *
 * Source of the error: https://github.com/awsdocs/aws-cloudformation-user-guide/pull/583
 */
function groupOf(input: URLSearchParams, allGroups: string): string | undefined {
  const groupId = input.get('AccessGroupId') || undefined;
  const isForAll = booleanOf(input, allGroups) === true;
  if (groupId !== undefined && isForAll)
    throw new ServiceError({
      code: 'InvalidParameterCombination',
      message: `AccessGroupId cannot be specified together with ${allGroups}`,
    });
  if (groupId !== undefined || isForAll) return groupId;
  const all = allGroups === 'RevokeAllGroups' ? 'revoke-all-groups' : 'authorize-all-groups';
  const message = `You must specify either access-group-id or ${all}`;
  throw new ServiceError({ code: 'MissingParameter', message });
}

/** Identity providers that IAM Identity Center made; the name is AWS's. */
const IDENTITY_CENTER = /entityID="https:\/\/portal\.sso\.[\w-]+\.amazonaws\.com(\.cn)?\/saml\/assertion\//;

/**
 * The id of a group in an identity store.
 *
 * Source: https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_Group.html
 */
const GROUP_ID = /^([0-9a-f]{10}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * AWS takes any text for a group: it cannot know what an identity provider will say. Such a rule is active and
 * nobody ever gets in by it. Where it is certain that no client can ever match, the local cloud refuses instead,
 * so that the mistake shows before it is deployed: IAM Identity Center sends ids, never display names, and
 * certificates name no groups.
 */
async function checkGroup(
  { id, authentication }: ClientVpnEndpoint,
  groupId: string,
  call: AwsCall,
  moto: MotoClient,
): Promise<void> {
  if (authentication.every(isMutual))
    throw refusal(`endpoint ${id} authenticates by certificate only, which names no groups`);
  for (const option of authentication) {
    if (option.type !== 'federated-authentication') continue;
    const metadata = (await samlMetadata(option.samlProviderArn, call, moto)) ?? '';
    if (IDENTITY_CENTER.test(metadata) && !GROUP_ID.test(groupId))
      throw refusal(
        `IAM Identity Center sends the ids of groups, such as 12345678-1234-1234-1234-123456789012, not '${groupId}'`,
      );
  }
}

function refusal(why: string): Refusal {
  const message = `The group could never match: ${why}. AWS would accept this rule, and nobody would get in by it`;
  return new Refusal({ code: 'InvalidParameterValue', message });
}

function element(clientVpnEndpointId: string, rule: AuthorizationRule): object {
  return {
    clientVpnEndpointId,
    description: rule.description,
    groupId: rule.groupId ?? '',
    accessAll: rule.groupId === undefined,
    destinationCidr: rule.destination,
    status: { code: rule.state.code },
  };
}
