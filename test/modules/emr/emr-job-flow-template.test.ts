import { execFileSync } from 'node:child_process';
import type { ClusterSize } from '../../../modules/emr/cluster-size';
import { EmrJobFlowTemplate } from '../../../modules/emr/emr-job-flow-template';
import { synthModule } from '../../support/synth';
import { type Attributes, onlyResource } from '../../support/terraform-json';
import { BASE, SIZE } from './emr-fixture';

const TASK = { instanceType: 'm6g.xlarge', min: 1, max: 4, volumeGb: 64 };

function parameter(size: Partial<ClusterSize> = {}, base = BASE): Attributes {
  const json = synthModule((stack, provider) => {
    new EmrJobFlowTemplate(stack, 'template', {
      provider,
      base,
      size: { ...SIZE, idleTimeoutMinutes: 30, ...size },
    });
  });
  return onlyResource(json, 'aws_ssm_parameter');
}

function request(size?: Partial<ClusterSize>): Record<string, unknown> {
  return JSON.parse(parameter(size)['insecure_value'] as string) as Record<string, unknown>;
}

/** What AWS's own description of RunJobFlow says against a request; empty when nothing. */
function objections(requestText: string): string {
  const script = `
import json, sys, botocore.session, botocore.validate
shape = botocore.session.get_session().get_service_model('emr').operation_model('RunJobFlow').input_shape
print(botocore.validate.ParamValidator().validate(json.load(sys.stdin), shape).generate_report())
`;
  return execFileSync('python3', ['-c', script], { input: requestText, encoding: 'utf8' }).trim();
}

describe('EmrJobFlowTemplate', () => {
  it.each([
    ['without task nodes', {}],
    ['with task nodes', { task: TASK }],
    ['without an idle timeout', { idleTimeoutMinutes: undefined }],
  ])('is a request AWS understands %s', (_, size) => {
    expect(objections(JSON.stringify(request(size)))).toBe('');
  });

  it('is held against a description that notices mistakes', () => {
    expect(objections(JSON.stringify({ ...request(), Instances: { Ec2SubnetIdd: 'x' } }))).toMatch(
      /Unknown parameter/,
    );
  });

  it('starts a cluster as safe as the long-running ones', () => {
    expect(request()).toMatchObject({
      ServiceRole: BASE.serviceRoleArn,
      JobFlowRole: 'sandbox-emr-node',
      SecurityConfiguration: 'sandbox-1',
      LogUri: 's3://artifacts/emr-logs/',
      LogEncryptionKmsKeyId: BASE.logKeyArn,
      Instances: {
        Ec2SubnetId: 'subnet-1',
        EmrManagedMasterSecurityGroup: 'sg-1',
        EmrManagedSlaveSecurityGroup: 'sg-2',
        ServiceAccessSecurityGroup: 'sg-3',
      },
      Tags: [
        { Key: 'for-use-with-amazon-emr-managed-policies', Value: 'true' },
        { Key: 'EmrPlatform', Value: 'sandbox' },
      ],
    });
  });

  it('waits for steps, which get their roles when they are added, and ends when none come', () => {
    const flow = request();
    expect(flow).not.toHaveProperty('Steps');
    expect(flow).toMatchObject({
      Instances: { KeepJobFlowAliveWhenNoSteps: true },
      AutoTerminationPolicy: { IdleTimeout: 1800 },
    });
  });

  it('fits the tier of its parameter', () => {
    expect(parameter()['tier']).toBe('Standard');
    const applications = Array.from({ length: 200 }, (_, index) => `Application${index}`);
    expect(parameter({}, { ...BASE, applications })['tier']).toBe('Advanced');
  });
});
