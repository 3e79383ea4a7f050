import { setTimeout as sleep } from 'node:timers/promises';
import { boto3Call } from './boto3';
import type { CloudUnderTest } from './cloud-under-test';

/** What stands around environments, good and bad. */
export interface MwaaSurroundings {
  readonly role: string;
  /** Assumable by `airflow-env.amazonaws.com` only. */
  readonly halfRole: string;
  readonly key: string;
  /** Does not let CloudWatch Logs in. */
  readonly closedKey: string;
  readonly multiRegionKey: string;
  /** Two, in two zones. */
  readonly subnets: readonly [string, string];
  /** In the zone of the first of `subnets`. */
  readonly sameZoneSubnet: string;
  readonly publicSubnet: string;
  readonly otherVpcSubnet: string;
  /** With an ingress rule for itself. */
  readonly group: string;
  /** Without rules. */
  readonly closedGroup: string;
  readonly otherVpcGroup: string;
  /** Versions of `requirements.txt` in the bucket `airflow`, oldest first. */
  readonly requirements: readonly string[];
}

const SCRIPT = `
import boto3, json
session = boto3.Session(region_name='eu-west-1')
ec2, iam, s3, kms = (session.client(name) for name in ['ec2', 'iam', 's3', 'kms'])
account = session.client('sts').get_caller_identity()['Account']
document = lambda *statements: json.dumps({'Version': '2012-10-17', 'Statement': statements})
made = {}

def role(name, *services):
    trust = {'Effect': 'Allow', 'Principal': {'Service': list(services)}, 'Action': 'sts:AssumeRole',
             'Condition': {'StringEquals': {'aws:SourceAccount': account}}}
    return iam.create_role(RoleName=name, Path='/mwaa/', AssumeRolePolicyDocument=document(trust))['Role']['Arn']

made['role'] = role('mwaa', 'airflow.amazonaws.com', 'airflow-env.amazonaws.com')
made['halfRole'] = role('half', 'airflow-env.amazonaws.com')

owner = {'Effect': 'Allow', 'Principal': {'AWS': f'arn:aws:iam::{account}:root'}, 'Action': 'kms:*', 'Resource': '*'}
logs = {'Effect': 'Allow', 'Principal': {'Service': 'logs.eu-west-1.amazonaws.com'},
        'Action': ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
        'Resource': '*',
        'Condition': {'ArnLike': {'kms:EncryptionContext:aws:logs:arn': f'arn:aws:logs:eu-west-1:{account}:*'}}}
made['key'] = kms.create_key(Policy=document(owner, logs))['KeyMetadata']['Arn']
made['closedKey'] = kms.create_key(Policy=document(owner))['KeyMetadata']['Arn']
made['multiRegionKey'] = kms.create_key(Policy=document(owner, logs), MultiRegion=True)['KeyMetadata']['Arn']

def subnet(vpc, number, zone):
    cidr = f'10.{90 if vpc == main else 91}.{number}.0/24'
    return ec2.create_subnet(VpcId=vpc, CidrBlock=cidr, AvailabilityZone=f'eu-west-1{zone}')['Subnet']['SubnetId']

main = ec2.create_vpc(CidrBlock='10.90.0.0/16')['Vpc']['VpcId']
other = ec2.create_vpc(CidrBlock='10.91.0.0/16')['Vpc']['VpcId']
made['subnets'] = [subnet(main, 0, 'a'), subnet(main, 1, 'b')]
made['sameZoneSubnet'] = subnet(main, 2, 'a')
made['publicSubnet'] = subnet(main, 3, 'b')
made['otherVpcSubnet'] = subnet(other, 0, 'b')
gateway = ec2.create_internet_gateway()['InternetGateway']['InternetGatewayId']
ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=main)
table = ec2.create_route_table(VpcId=main)['RouteTable']['RouteTableId']
ec2.create_route(RouteTableId=table, DestinationCidrBlock='0.0.0.0/0', GatewayId=gateway)
ec2.associate_route_table(RouteTableId=table, SubnetId=made['publicSubnet'])

def group(vpc, name):
    return ec2.create_security_group(VpcId=vpc, GroupName=name, Description=name)['GroupId']

made['group'] = group(main, 'mwaa')
own = {'IpProtocol': '-1', 'UserIdGroupPairs': [{'GroupId': made['group']}]}
ec2.authorize_security_group_ingress(GroupId=made['group'], IpPermissions=[own])
made['closedGroup'] = group(main, 'closed')
made['otherVpcGroup'] = group(other, 'mwaa')

closed = {name: True for name in ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets']}
for name, versioned, block in [('airflow', True, closed), ('unversioned', False, closed),
                               ('open', True, None), ('half-open', True, {**closed, 'BlockPublicPolicy': False})]:
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={'LocationConstraint': 'eu-west-1'})
    if versioned:
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={'Status': 'Enabled'})
    if block:
        s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=block)
    else:
        s3.delete_public_access_block(Bucket=name)
made['requirements'] = [s3.put_object(Bucket='airflow', Key='etc/requirements.txt', Body=body)['VersionId'] for body in [b'a', b'b']]
print(json.dumps(made))
`;

/** Makes what environments need, and what they must not have. */
export async function mwaaSurroundings(local: CloudUnderTest): Promise<MwaaSurroundings> {
  return local.python<MwaaSurroundings>(SCRIPT);
}

/** A request for an environment with as little as MWAA takes. */
export function environmentInput(
  { role, subnets, group }: MwaaSurroundings,
  Name: string,
  more: object = {},
): Record<string, unknown> {
  return {
    Name,
    ExecutionRoleArn: role,
    SourceBucketArn: 'arn:aws:s3:::airflow',
    DagS3Path: 'dags',
    NetworkConfiguration: { SubnetIds: subnets, SecurityGroupIds: [group] },
    ...more,
  };
}

/** Creates an environment and waits for it; fails unless the request is accepted. */
export async function createdEnvironment(
  local: CloudUnderTest,
  input: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const called = await boto3Call(local, 'mwaa', 'create_environment', input);
  if (called.output === undefined) throw new Error(JSON.stringify(called));
  return restingEnvironment(local, input.Name as string);
}

/** Waits until nothing happens to an environment any more; gives its description. */
export async function restingEnvironment(
  local: CloudUnderTest,
  Name: string,
): Promise<Record<string, unknown>> {
  for (;;) {
    const environment = await getEnvironment(local, Name);
    if (!/ING$|_SNAPSHOT$|_BACK$/.test(environment.Status as string) || environment.Status === 'PENDING')
      return environment;
    await sleep(200);
  }
}

/** The environment as GetEnvironment describes it. */
export async function getEnvironment(local: CloudUnderTest, Name: string): Promise<Record<string, unknown>> {
  const called = await boto3Call(local, 'mwaa', 'get_environment', { Name });
  if (called.output === undefined) throw new Error(JSON.stringify(called));
  return called.output.Environment as Record<string, unknown>;
}
