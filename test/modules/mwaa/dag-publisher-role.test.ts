import { DagPublisherRole } from '../../../modules/mwaa/dag-publisher-role';
import { synthModule } from '../../support/synth';
import { onlyResource, statements } from '../../support/terraform-json';

const CI = 'arn:aws:iam::123456789012:role/ci';
const json = synthModule((stack, provider) => {
  new DagPublisherRole(stack, 'dag-publisher', {
    provider,
    region: 'eu-west-1',
    environmentName: 'sandbox-main',
    bucketArn: 'arn:aws:s3:::dags',
    kmsKeyArn: 'arn:key',
    principals: [CI],
  });
});
const policy = statements(onlyResource(json, 'aws_iam_role_policy')['policy']);

describe('DagPublisherRole', () => {
  it('is assumed by the publishers and by nobody else', () => {
    const role = onlyResource(json, 'aws_iam_role');
    expect(role['name']).toBe('sandbox-main-dag-publisher');
    expect(statements(role['assume_role_policy'])).toEqual([
      { Sid: 'ThePublishers', Effect: 'Allow', Principal: { AWS: [CI] }, Action: 'sts:AssumeRole' },
    ]);
  });

  it('writes DAGs and not what the environment is made from: requirements, plugins, startup script', () => {
    const written = policy.filter(({ Action }) => [Action].flat().includes('s3:PutObject'));
    expect(written.map(({ Resource }) => Resource)).toEqual(['arn:aws:s3:::dags/dags/*']);
  });

  it('sees what is below dags/ only', () => {
    expect(policy.find(({ Action }) => Action === 's3:ListBucket')).toMatchObject({
      Resource: 'arn:aws:s3:::dags',
      Condition: { StringLike: { 's3:prefix': 'dags/*' } },
    });
  });

  it('uses the key through S3 only', () => {
    expect(policy.find(({ Sid }) => Sid === 'UseTheKey')).toMatchObject({
      Resource: 'arn:key',
      Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    });
  });

  it('can do nothing else', () => {
    expect(policy.flatMap(({ Action }) => Action).sort()).toEqual([
      'kms:Decrypt',
      'kms:GenerateDataKey',
      's3:DeleteObject',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ]);
  });
});
