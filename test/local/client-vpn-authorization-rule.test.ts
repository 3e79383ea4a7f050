import {
  AuthorizeClientVpnIngressCommand,
  CreateClientVpnEndpointCommand,
  DescribeClientVpnAuthorizationRulesCommand,
  EC2Client,
  RevokeClientVpnIngressCommand,
} from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call } from './boto3';
import {
  type ClientVpnPrerequisites,
  clientVpnPrerequisites,
  eventually,
  federatedEndpoint,
} from './client-vpn-fixture';
import { useCloud } from './cloud-under-test';

const GROUP = '906727f4d4-0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d';

const local = useCloud();
let ec2: EC2Client;
let given: ClientVpnPrerequisites;
let ClientVpnEndpointId = '';

beforeAll(async () => {
  ec2 = new EC2Client(awsClientConfig(local.cloud));
  given = await clientVpnPrerequisites(local);
  ClientVpnEndpointId = await newEndpoint();
}, 60_000);

const newEndpoint = async (more: object = {}) => {
  const input = { ...federatedEndpoint(given), ...more };
  return (await ec2.send(new CreateClientVpnEndpointCommand(input))).ClientVpnEndpointId ?? '';
};
const authorize = (TargetNetworkCidr: string, more: object) =>
  ec2.send(new AuthorizeClientVpnIngressCommand({ ClientVpnEndpointId, TargetNetworkCidr, ...more }));
const found = async (...filters: [name: string, value: string][]) => {
  const Filters = filters.map(([Name, value]) => ({ Name, Values: [value] }));
  const input = { ClientVpnEndpointId, Filters };
  return (await ec2.send(new DescribeClientVpnAuthorizationRulesCommand(input))).AuthorizationRules ?? [];
};

test('a rule is authorizing, then active, and exactly one matches its filters', async () => {
  const { Status } = await authorize('10.1.0.0/16', { AccessGroupId: GROUP, Description: 'Engineers' });
  expect(Status?.Code).toBe('authorizing');
  await authorize('10.1.0.0/16', { AuthorizeAllGroups: true });
  const own = () => found(['destination-cidr', '10.1.0.0/16'], ['group-id', GROUP]);
  await eventually(async () => (await own())[0]?.Status?.Code === 'active');
  expect(await own()).toEqual([
    {
      ClientVpnEndpointId,
      Description: 'Engineers',
      GroupId: GROUP,
      AccessAll: false,
      DestinationCidr: '10.1.0.0/16',
      Status: { Code: 'active' },
    },
  ]);
  expect(await found(['destination-cidr', '10.1.*'])).toMatchObject([
    { AccessAll: false },
    { AccessAll: true, GroupId: '' },
  ]);
});

test('a revoked rule is revoking and then gone, and the other one of its range stays', async () => {
  await authorize('10.2.0.0/16', { AccessGroupId: GROUP });
  await authorize('10.2.0.0/16', { AuthorizeAllGroups: true });
  const input = { ClientVpnEndpointId, TargetNetworkCidr: '10.2.0.0/16', RevokeAllGroups: true };
  expect((await ec2.send(new RevokeClientVpnIngressCommand(input))).Status?.Code).toBe('revoking');
  const left = () => found(['destination-cidr', '10.2.0.0/16']);
  await eventually(async () => (await left()).length === 1);
  expect(await left()).toMatchObject([{ GroupId: GROUP }]);
});

test('rules come in pages', async () => {
  for (let index = 0; index < 6; index += 1)
    await authorize(`10.3.${index}.0/24`, { AuthorizeAllGroups: true });
  const page = (NextToken?: string) =>
    boto3Call(local, 'ec2', 'describe_client_vpn_authorization_rules', {
      ClientVpnEndpointId,
      MaxResults: 5,
      Filters: [{ Name: 'destination-cidr', Values: ['10.3.*'] }],
      ...(NextToken === undefined ? {} : { NextToken }),
    });
  const first = await page();
  expect(first.output?.AuthorizationRules).toHaveLength(5);
  const second = await page(String(first.output?.NextToken));
  expect(second.output?.AuthorizationRules).toHaveLength(1);
  expect(second.output?.NextToken).toBeUndefined();
});

test('fails on rules that AWS would not take', async () => {
  const rule = (TargetNetworkCidr: string, more: object) => ({
    ClientVpnEndpointId,
    TargetNetworkCidr,
    ...more,
  });
  const everybody = { AuthorizeAllGroups: true };
  const called = await boto3(local, 'ec2', [
    ['authorize_client_vpn_ingress', rule('10.4.0.0/16', everybody)],
    ['authorize_client_vpn_ingress', rule('10.4.0.0/16', everybody)],
    ['authorize_client_vpn_ingress', rule('10.4.1.0/16', everybody)],
    ['authorize_client_vpn_ingress', rule('10.5.0.0/16', {})],
    ['authorize_client_vpn_ingress', rule('10.5.0.0/16', { ...everybody, AccessGroupId: GROUP })],
    ['revoke_client_vpn_ingress', rule('10.5.0.0/16', { AccessGroupId: GROUP })],
    ['revoke_client_vpn_ingress', rule('10.5.0.0/16', {})],
    ['describe_client_vpn_authorization_rules', { ClientVpnEndpointId, MaxResults: 2 }],
    ['describe_client_vpn_authorization_rules', { ClientVpnEndpointId, NextToken: 'else' }],
  ]);
  expect(called.map(({ code }) => code)).toEqual([
    undefined,
    'InvalidClientVpnDuplicateAuthorizationRule',
    'InvalidParameterValue',
    'MissingParameter',
    'InvalidParameterCombination',
    'InvalidClientVpnEndpointAuthorizationRuleNotFound',
    'MissingParameter',
    'InvalidParameterValue',
    'InvalidNextToken',
  ]);
  expect(called[3]?.message).toBe('You must specify either access-group-id or authorize-all-groups');
});

describe('a group that no client can ever be in', () => {
  test('fails when it is a display name and IAM Identity Center sends ids', async () => {
    await expect(authorize('10.6.0.0/16', { AccessGroupId: 'Engineers' })).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringMatching(/sends the ids of groups.*not 'Engineers'/) as string,
    });
  });

  test('fails when certificates are all that clients show', async () => {
    const id = await newEndpoint({
      AuthenticationOptions: [
        {
          Type: 'certificate-authentication',
          MutualAuthentication: { ClientRootCertificateChainArn: given.certificateArn },
        },
      ],
    });
    const input = { ClientVpnEndpointId: id, TargetNetworkCidr: '10.6.0.0/16', AccessGroupId: GROUP };
    const { message } = await boto3Call(local, 'ec2', 'authorize_client_vpn_ingress', input);
    expect(message).toMatch(/names no groups/);
  });

  test('is not suspected of another identity provider, which may send names', async () => {
    const id = await newEndpoint({
      AuthenticationOptions: [
        {
          Type: 'federated-authentication',
          FederatedAuthentication: { SAMLProviderArn: given.otherProviderArn },
        },
      ],
    });
    const input = { ClientVpnEndpointId: id, TargetNetworkCidr: '10.6.0.0/16', AccessGroupId: 'Engineers' };
    expect((await boto3Call(local, 'ec2', 'authorize_client_vpn_ingress', input)).code).toBeUndefined();
  });
});
