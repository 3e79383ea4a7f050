import { FlowLog } from '../../../modules/vpc/flow-log';
import { synthModule } from '../../support/synth';
import { onlyResource, statements } from '../../support/terraform-json';

const json = synthModule((stack, provider) => {
  new FlowLog(stack, 'flow-log', {
    provider,
    accountId: '111122223333',
    region: 'eu-west-1',
    vpcId: 'vpc-1',
    name: 'sandbox',
    traffic: 'REJECT',
    aggregationSeconds: 60,
    retentionDays: 365,
    kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/logs',
  });
});

describe('FlowLog', () => {
  it('keeps what it records encrypted and for a limited time', () => {
    expect(onlyResource(json, 'aws_cloudwatch_log_group')).toMatchObject({
      name: '/vpc/sandbox/flow-log',
      kms_key_id: 'arn:aws:kms:eu-west-1:111122223333:key/logs',
      retention_in_days: 365,
    });
  });

  it('records the traffic and in the grain it was asked for', () => {
    expect(onlyResource(json, 'aws_flow_log')).toMatchObject({
      traffic_type: 'REJECT',
      max_aggregation_interval: 60,
    });
  });

  it('can be delivered by flow logs of its own account only', () => {
    expect(statements(onlyResource(json, 'aws_iam_role')['assume_role_policy'])).toEqual([
      expect.objectContaining({
        Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': '111122223333' },
          ArnLike: { 'aws:SourceArn': 'arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*' },
        },
      }),
    ]);
  });

  it('delivers with a role that can write to its own log group only', () => {
    const write = statements(onlyResource(json, 'aws_iam_role_policy')['policy']).find(
      (statement) => statement.Sid === 'WriteToTheLogGroup',
    );
    expect(write?.Resource).toEqual([
      expect.stringMatching(/^\$\{aws_cloudwatch_log_group\.[^}]+\.arn\}$/),
      expect.stringMatching(/^\$\{aws_cloudwatch_log_group\.[^}]+\.arn\}:\*$/),
    ]);
  });

  it('starts only when its role may write', () => {
    expect(onlyResource(json, 'aws_flow_log')['depends_on']).toEqual([
      expect.stringMatching(/^aws_iam_role_policy\./),
    ]);
  });
});
