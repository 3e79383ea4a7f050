import { CreateSubnetCommand, CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
import { EMRClient, type RunJobFlowCommandInput } from '@aws-sdk/client-emr';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3 } from './boto3';
import type { Called } from './boto3-process';
import type { CloudUnderTest } from './cloud-under-test';

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

/** Makes what a cluster needs: a subnet, an instance profile, and two security configurations. */
export async function emrPrerequisites(local: CloudUnderTest): Promise<{ subnet: string }> {
  const ec2 = new EC2Client(awsClientConfig(local.cloud));
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.99.0.0/16' }));
  const { Subnet } = await ec2.send(
    new CreateSubnetCommand({ VpcId: Vpc?.VpcId, CidrBlock: '10.99.0.0/24' }),
  );
  await boto3(local, 'iam', [
    ['create_role', { RoleName: 'node', AssumeRolePolicyDocument: trust }],
    ['create_instance_profile', { InstanceProfileName: 'node' }],
    ['add_role_to_instance_profile', { InstanceProfileName: 'node', RoleName: 'node' }],
  ]);
  const withRoles = {
    AuthorizationConfiguration: { IAMConfiguration: { EnableApplicationScopedIAMRole: true } },
  };
  await boto3(local, 'emr', [
    ['create_security_configuration', configuration('runtime-roles', withRoles)],
    ['create_security_configuration', configuration('plain', {})],
  ]);
  return { subnet: Subnet?.SubnetId ?? '' };
}

function configuration(Name: string, content: object): object {
  return { Name, SecurityConfiguration: JSON.stringify(content) };
}

/** A request for a small cluster. */
export function jobFlow(subnet: string, more: object = {}): RunJobFlowCommandInput {
  return {
    Name: 'test',
    ReleaseLabel: 'emr-7.12.0',
    Applications: [{ Name: 'Spark' }],
    ServiceRole: 'arn:aws:iam::123456789012:role/emr-service',
    JobFlowRole: 'node',
    Instances: {
      Ec2SubnetId: subnet,
      KeepJobFlowAliveWhenNoSteps: true,
      InstanceGroups: [
        { Name: 'primary', InstanceRole: 'MASTER', InstanceType: 'm5.xlarge', InstanceCount: 1 },
      ],
    },
    ...more,
  };
}

/** EMR as the AWS SDK for JavaScript calls it. */
export function emrClient(local: CloudUnderTest): EMRClient {
  return new EMRClient(awsClientConfig(local.cloud));
}

/** Starts a cluster and gives its id. */
export async function runJobFlow(local: CloudUnderTest, input: object): Promise<string> {
  const [called] = await boto3(local, 'emr', [['run_job_flow', input]]);
  return idOf(called);
}

function idOf(called: Called | undefined): string {
  const id = called?.output?.JobFlowId;
  if (typeof id !== 'string') throw new Error(JSON.stringify(called));
  return id;
}
