import { ExecutionRole } from '../../../modules/mwaa/execution-role';
import type { PolicyStatement } from '../../../modules/iam/policy-document';
import { synthModule } from '../../support/synth';
import { onlyResource, resourcesOf, statements } from '../../support/terraform-json';

const READ: PolicyStatement = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:a/*' };
const roleWith = (dagPolicies: Record<string, readonly PolicyStatement[]>) =>
  synthModule((stack, provider) => {
    new ExecutionRole(stack, 'execution-role', {
      provider,
      accountId: '111122223333',
      region: 'eu-west-1',
      environmentName: 'sandbox-main',
      bucketArn: 'arn:aws:s3:::dags',
      kmsKeyArn: 'arn:key',
      secretsPrefix: 'sandbox/airflow/',
      dagPolicies,
    });
  });

describe('ExecutionRole', () => {
  it('is assumed by MWAA, for this environment of this account', () => {
    const role = onlyResource(roleWith({}), 'aws_iam_role');
    expect(role['name']).toBe('sandbox-main-mwaa');
    expect(statements(role['assume_role_policy'])).toEqual([
      {
        Sid: 'MwaaOfThisEnvironment',
        Effect: 'Allow',
        Principal: { Service: ['airflow.amazonaws.com', 'airflow-env.amazonaws.com'] },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: { 'aws:SourceAccount': '111122223333' },
          ArnLike: { 'aws:SourceArn': 'arn:aws:airflow:eu-west-1:111122223333:environment/sandbox-main' },
        },
      },
    ]);
  });

  it('holds what the environment needs in a policy of its own', () => {
    const sids = statements(onlyResource(roleWith({ lake: [READ] }), 'aws_iam_role_policy')['policy']).map(
      ({ Sid }) => Sid,
    );
    expect(sids).toContain('PublishMetrics');
    expect(sids).not.toContain('Read');
  });

  it('holds what DAGs may do in managed policies, by what they are about', () => {
    const json = roleWith({ lake: [READ], queries: [READ] });
    expect(resourcesOf(json, 'aws_iam_policy').map(({ name }) => name)).toEqual([
      'sandbox-main-mwaa-lake',
      'sandbox-main-mwaa-queries',
    ]);
    expect(resourcesOf(json, 'aws_iam_role_policy_attachment')).toHaveLength(2);
  });

  it('has no empty policy, which AWS refuses', () => {
    expect(resourcesOf(roleWith({ queries: [] }), 'aws_iam_policy')).toEqual([]);
  });
});
