import type { AwsCall } from './aws-call';
import { ServiceError } from './aws-error';
import { invalidEc2Value } from './ec2-form';
import { parsedXml } from './ec2-xml';
import type { MotoClient } from './moto-client';

/** A subnet as EC2 describes it. */
export interface DescribedSubnet {
  readonly subnetId: string;
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly availabilityZone: string;
  readonly availabilityZoneId: string;
  readonly availableIpAddressCount: string;
}

interface DescribedGroup {
  readonly groupId: string;
  readonly vpcId: string;
}

interface Items<Item> {
  readonly item?: readonly Item[];
}

/** Undefined when there is no such subnet. */
export async function describedSubnet(
  subnetId: string,
  call: AwsCall,
  moto: MotoClient,
): Promise<DescribedSubnet | undefined> {
  const answer = await describe<{ subnetSet: Items<DescribedSubnet> }>(
    { Action: 'DescribeSubnets', 'SubnetId.1': subnetId },
    call,
    moto,
  );
  return answer?.subnetSet.item?.[0];
}

/** All IPv4 ranges of a VPC, its first one first. */
export async function vpcRanges(
  vpcId: string,
  call: AwsCall,
  moto: MotoClient,
): Promise<readonly [string, ...string[]]> {
  const answer = await describe<{
    vpcSet: Items<{ cidrBlock: string; cidrBlockAssociationSet?: Items<{ cidrBlock: string }> }>;
  }>({ Action: 'DescribeVpcs', 'VpcId.1': vpcId }, call, moto);
  const vpc = answer?.vpcSet.item?.[0];
  if (vpc === undefined)
    throw new ServiceError({
      code: 'InvalidVpcID.NotFound',
      message: `The vpc ID '${vpcId}' does not exist`,
    });
  const more = (vpc.cidrBlockAssociationSet?.item ?? []).map(({ cidrBlock }) => cidrBlock);
  return [vpc.cidrBlock, ...more.filter((range) => range !== vpc.cidrBlock)];
}

/** The security groups that are to be used in a VPC: its default one when none is named. */
export async function securityGroupsOf(
  vpcId: string,
  named: readonly string[],
  call: AwsCall,
  moto: MotoClient,
): Promise<readonly string[]> {
  await vpcRanges(vpcId, call, moto);
  if (named.length === 0) {
    const answer = await describe<{ securityGroupInfo: Items<DescribedGroup> }>(
      {
        Action: 'DescribeSecurityGroups',
        'Filter.1.Name': 'vpc-id',
        'Filter.1.Value.1': vpcId,
        'Filter.2.Name': 'group-name',
        'Filter.2.Value.1': 'default',
      },
      call,
      moto,
    );
    return (answer?.securityGroupInfo.item ?? []).map(({ groupId }) => groupId);
  }
  for (const groupId of named) {
    const answer = await describe<{ securityGroupInfo: Items<DescribedGroup> }>(
      { Action: 'DescribeSecurityGroups', 'GroupId.1': groupId },
      call,
      moto,
    );
    const group = answer?.securityGroupInfo.item?.[0];
    if (group === undefined)
      throw new ServiceError({
        code: 'InvalidGroup.NotFound',
        message: `The security group '${groupId}' does not exist`,
      });
    if (group.vpcId !== vpcId)
      throw invalidEc2Value(`Security group ${groupId} does not belong to the VPC ${vpcId}`);
  }
  return named;
}

async function describe<Answer>(
  query: Record<string, string>,
  call: AwsCall,
  moto: MotoClient,
): Promise<Answer | undefined> {
  const form = new URLSearchParams({ ...query, Version: '2016-11-15' });
  const { status, body } = await moto.rest('ec2', 'GET', `/?${form.toString()}`, '', call);
  return status === 200 ? parsedXml<Answer>(body) : undefined;
}
