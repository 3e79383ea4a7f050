import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateVpcCommand,
  DescribeSecurityGroupRulesCommand,
  EC2Client,
  ModifySecurityGroupRulesCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3Call } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const tcp = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };
let ec2: EC2Client;
let GroupId = '';
let other = '';

beforeAll(async () => {
  ec2 = new EC2Client(awsClientConfig(local.cloud));
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.99.0.0/16' }));
  const newGroup = async (GroupName: string) => {
    const input = { GroupName, Description: GroupName, VpcId: Vpc?.VpcId };
    return (await ec2.send(new CreateSecurityGroupCommand(input))).GroupId ?? '';
  };
  GroupId = await newGroup('one');
  other = await newGroup('other');
});

const rule = async (id: string) => {
  const { SecurityGroupRules } = await ec2.send(
    new DescribeSecurityGroupRulesCommand({ SecurityGroupRuleIds: [id] }),
  );
  return SecurityGroupRules?.[0];
};

test('rules keep their descriptions, whatever they name', async () => {
  const { SecurityGroupRules = [] } = await ec2.send(
    new AuthorizeSecurityGroupEgressCommand({
      GroupId,
      IpPermissions: [
        {
          ...tcp,
          IpRanges: [{ CidrIp: '10.0.0.0/8', Description: 'range' }],
          UserIdGroupPairs: [{ GroupId: other, Description: 'a "group" & <more>' }],
          PrefixListIds: [{ PrefixListId: 'pl-6da54004', Description: 'list' }],
        },
      ],
    }),
  );
  const descriptions = ['range', 'a "group" & <more>', 'list'];
  expect(SecurityGroupRules.map(({ Description }) => Description)).toEqual(descriptions);
  const ids = SecurityGroupRules.map(({ SecurityGroupRuleId = '' }) => SecurityGroupRuleId);
  expect((await Promise.all(ids.map(rule))).map((found) => found?.Description)).toEqual(descriptions);
});

const all = { IpProtocol: '-1' };

test.each([
  ['of one port', tcp],
  ['for all protocols', all],
])('a modified rule %s has its new description', async (_, traffic) => {
  const { SecurityGroupRules: [added] = [] } = await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: [{ ...traffic, UserIdGroupPairs: [{ GroupId: other, Description: 'before' }] }],
    }),
  );
  const SecurityGroupRuleId = added?.SecurityGroupRuleId ?? '';
  const SecurityGroupRule = { ...traffic, ReferencedGroupId: other, Description: 'after' };
  await ec2.send(
    new ModifySecurityGroupRulesCommand({
      GroupId,
      SecurityGroupRules: [{ SecurityGroupRuleId, SecurityGroupRule }],
    }),
  );
  expect(await rule(SecurityGroupRuleId)).toMatchObject({ Description: 'after' });
});

test('fails as AWS does to revoke a rule that is gone', async () => {
  const SecurityGroupRuleIds = ['sgr-0123456789abcdef0'];
  await expect(
    ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, SecurityGroupRuleIds })),
  ).rejects.toMatchObject({
    name: 'InvalidSecurityGroupRuleId.NotFound',
    message: "The security group rule ID 'sgr-0123456789abcdef0' does not exist",
  });
  const byContent = { GroupId, IpPermissions: [{ ...tcp, IpRanges: [{ CidrIp: '1.2.3.4/32' }] }] };
  expect(await boto3Call(local, 'ec2', 'revoke_security_group_ingress', byContent)).toMatchObject({
    code: 'InvalidPermission.NotFound',
  });
});
