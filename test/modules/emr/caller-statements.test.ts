import { type CallerProps, clusterStatements, stepStatements } from '../../../modules/emr/caller-statements';
import type { PolicyStatement } from '../../../modules/iam/policy-document';
import { ACCOUNT_ID, INSTANCE_ROLE, REGION, SERVICE_ROLE } from './emr-fixture';

const STEP_ROLES = [`arn:aws:iam::${ACCOUNT_ID}:role/sandbox-emr-step-orders`];
const CLUSTERS = `arn:aws:elasticmapreduce:${REGION}:${ACCOUNT_ID}:cluster/*`;

const caller: CallerProps = {
  accountId: ACCOUNT_ID,
  region: REGION,
  platform: 'sandbox',
  stepRoleArns: STEP_ROLES,
  serviceRoleArn: SERVICE_ROLE,
  instanceRoleArn: INSTANCE_ROLE,
  templateParameterArn: 'arn:aws:ssm:eu-west-1:111122223333:parameter/template',
};

function allowing(statements: PolicyStatement[], action: string): PolicyStatement[] {
  return statements.filter(({ Action }) => [Action].flat().includes(action));
}

describe('whoever adds steps', () => {
  it('adds them to clusters of the platform, under step roles only', () => {
    expect(allowing(stepStatements(caller), 'elasticmapreduce:AddJobFlowSteps')).toEqual([
      {
        Sid: 'AddStepsUnderStepRoles',
        Effect: 'Allow',
        Action: 'elasticmapreduce:AddJobFlowSteps',
        Resource: CLUSTERS,
        Condition: {
          StringEquals: {
            'elasticmapreduce:ExecutionRoleArn': STEP_ROLES,
            'elasticmapreduce:ResourceTag/EmrPlatform': 'sandbox',
          },
        },
      },
    ]);
  });

  it('cannot add any when there is no step role', () => {
    const statements = stepStatements({ ...caller, stepRoleArns: [] });
    expect(allowing(statements, 'elasticmapreduce:AddJobFlowSteps')).toEqual([]);
  });

  it('follows and cancels steps on clusters of the platform only', () => {
    const [follow] = allowing(stepStatements(caller), 'elasticmapreduce:CancelSteps');
    expect(follow).toMatchObject({
      Resource: CLUSTERS,
      Condition: { StringEquals: { 'elasticmapreduce:ResourceTag/EmrPlatform': 'sandbox' } },
    });
  });
});

describe('whoever starts clusters', () => {
  it('tags them as clusters of the platform', () => {
    for (const action of ['elasticmapreduce:RunJobFlow', 'elasticmapreduce:AddTags']) {
      const [start] = allowing(clusterStatements(caller), action);
      expect(start?.Condition).toMatchObject({
        StringEquals: { 'elasticmapreduce:RequestTag/EmrPlatform': 'sandbox' },
      });
    }
  });

  it('never tags a cluster of another platform, which would then be theirs', () => {
    const [tag] = allowing(clusterStatements(caller), 'elasticmapreduce:AddTags');
    expect(tag?.Condition).toMatchObject({
      StringEqualsIfExists: { 'elasticmapreduce:ResourceTag/EmrPlatform': 'sandbox' },
    });
  });

  it('starts them on all resources, since AWS has no narrower one for that', () => {
    const [start] = allowing(clusterStatements(caller), 'elasticmapreduce:RunJobFlow');
    expect(start).toMatchObject({ Action: 'elasticmapreduce:RunJobFlow', Resource: '*' });
  });

  it('ends clusters of the platform only', () => {
    const [end] = allowing(clusterStatements(caller), 'elasticmapreduce:TerminateJobFlows');
    expect(end?.Condition).toEqual({
      StringEquals: { 'elasticmapreduce:ResourceTag/EmrPlatform': 'sandbox' },
    });
  });

  it('passes the service role to EMR and the instance role to EC2, and no other role', () => {
    expect(
      allowing(clusterStatements(caller), 'iam:PassRole').map(({ Resource, Condition }) => [
        Resource,
        Condition?.['StringEquals']?.['iam:PassedToService'],
      ]),
    ).toEqual([
      [SERVICE_ROLE, 'elasticmapreduce.amazonaws.com'],
      [INSTANCE_ROLE, 'ec2.amazonaws.com'],
    ]);
  });

  it('reads the template and no other parameter', () => {
    const [read] = allowing(clusterStatements(caller), 'ssm:GetParameter');
    expect(read?.Resource).toBe(caller.templateParameterArn);
  });
});
