import { callerPolicy } from '../../support/caller-policy';
import { STAGE_ACCOUNT } from '../../support/policies';
import { decide } from '../decide';
import {
  config,
  stack,
  REGION,
  NODE,
  SERVICE,
  DAILY,
  REPORT,
  ADMIN,
  RAW,
  type Case,
  named,
  access,
} from './stage-under-test';

describe('whoever adds steps', () => {
  const caller = callerPolicy(config, 'sandbox', stack);
  const CLUSTER = `arn:aws:elasticmapreduce:${REGION}:${STAGE_ACCOUNT}:cluster/j-1`;
  const ofPlatform = (platform: string) => ({ 'elasticmapreduce:ResourceTag/EmrPlatform': platform });
  const asked = (platform: string) => ({ 'elasticmapreduce:RequestTag/EmrPlatform': platform });
  const under = (role: string) => ({ ...ofPlatform('sandbox'), 'elasticmapreduce:ExecutionRoleArn': role });
  const to = (service: string) => ({ 'iam:PassedToService': service });
  const template = stack.arn('aws_ssm_parameter', '/emr/job-flow-template');
  const decided = (action: string, resource: string, context?: Record<string, string>) =>
    decide(stack, access(caller.ownerArn, action, resource, context), caller.document);

  const may: Case[] = [
    ['add a step under events-daily', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(DAILY)],
    ['add a step under report', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(REPORT)],
    ['follow a step', 'elasticmapreduce:DescribeStep', CLUSTER, ofPlatform('sandbox')],
    ['find clusters', 'elasticmapreduce:ListClusters', '*'],
    ['start a cluster with the tag', 'elasticmapreduce:RunJobFlow', '*', asked('sandbox')],
    ['tag it while it is started', 'elasticmapreduce:AddTags', CLUSTER, asked('sandbox')],
    ['end it when idle, from its start on', 'elasticmapreduce:PutAutoTerminationPolicy', CLUSTER],
    ['limit its size, from its start on', 'elasticmapreduce:PutManagedScalingPolicy', CLUSTER],
    ['end a cluster of the platform', 'elasticmapreduce:TerminateJobFlows', CLUSTER, ofPlatform('sandbox')],
    ['give the service role to EMR', 'iam:PassRole', SERVICE, to('elasticmapreduce.amazonaws.com')],
    ['give the role of the nodes to EC2', 'iam:PassRole', NODE, to('ec2.amazonaws.com')],
    ['read the template', 'ssm:GetParameter', template],
  ];
  const mayNot: Case[] = [
    ['add a step under no role', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, ofPlatform('sandbox')],
    ['add a step under the role of the nodes', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(NODE)],
    ['add a step under the service role', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(SERVICE)],
    ['add a step under an unlisted role', 'elasticmapreduce:AddJobFlowSteps', CLUSTER, under(`${DAILY}-2`)],
    [
      'add a step to a cluster of somebody else',
      'elasticmapreduce:AddJobFlowSteps',
      CLUSTER,
      { ...under(DAILY), ...ofPlatform('other') },
    ],
    ['start a cluster without the tag', 'elasticmapreduce:RunJobFlow', '*'],
    ['start a cluster of another platform', 'elasticmapreduce:RunJobFlow', '*', asked('other')],
    ['end a cluster of somebody else', 'elasticmapreduce:TerminateJobFlows', CLUSTER, ofPlatform('other')],
    [
      'have a cluster of somebody else end when idle',
      'elasticmapreduce:PutAutoTerminationPolicy',
      CLUSTER,
      ofPlatform('other'),
    ],
    [
      'change the limits of a cluster of somebody else',
      'elasticmapreduce:PutManagedScalingPolicy',
      CLUSTER,
      ofPlatform('other'),
    ],
    ['claim a cluster for another platform', 'elasticmapreduce:AddTags', CLUSTER, asked('other')],
    ['give the service role to EC2', 'iam:PassRole', SERVICE, to('ec2.amazonaws.com')],
    ['give the role of the nodes to EMR', 'iam:PassRole', NODE, to('elasticmapreduce.amazonaws.com')],
    ['give the role of the nodes to Lambda', 'iam:PassRole', NODE, to('lambda.amazonaws.com')],
    ['give a step role to EC2', 'iam:PassRole', DAILY, to('ec2.amazonaws.com')],
    ['give an administrator to EC2', 'iam:PassRole', ADMIN, to('ec2.amazonaws.com')],
    ['become a job', 'sts:AssumeRole', DAILY],
    ['become a node', 'sts:AssumeRole', NODE],
    ['read another parameter', 'ssm:GetParameter', `${template}-2`],
    ['open the block on public clusters', 'elasticmapreduce:PutBlockPublicAccessConfiguration', '*'],
    ['read data', 's3:GetObject', `${RAW}/events/1.json`],
  ];

  it.each(named(may))('may $sentence', async ({ asked: [, action, resource, context] }) => {
    await expect(decided(action, resource, context)).resolves.toBe('Allowed');
  });

  it.each(named(mayNot))('may not $sentence', async ({ asked: [, action, resource, context] }) => {
    await expect(decided(action, resource, context)).resolves.toBe('ImplicitlyDenied');
  });

  it('cannot take over a cluster of somebody else by tagging it', async () => {
    const foreign = { ...asked('sandbox'), ...ofPlatform('other') };
    await expect(decided('elasticmapreduce:AddTags', CLUSTER, foreign)).resolves.toBe('ImplicitlyDenied');
  });
});
