import type { PolicyStatement } from '../../../modules/iam/policy-document';
import { onlyResource, resourcesOf, statements, type TerraformJson } from '../../support/terraform-json';
import { DATA_KEY, platformJson, SIZE } from './emr-fixture';

function policyOf(json: TerraformJson, name: string) {
  const policy = resourcesOf(json, 'aws_iam_role_policy').find((one) => one['name'] === name);
  return statements(policy?.['policy']);
}

describe('EmrPlatform', () => {
  it('starts a cluster only when all roles have their rights and nodes a way out, and ends it before they go', () => {
    const cluster = onlyResource(platformJson(), 'aws_emr_cluster');
    expect(cluster['depends_on']).toEqual([
      ...Array<unknown>(14).fill(
        expect.stringMatching(/^aws_vpc_security_group_\w+_rule\.emr_security-groups/),
      ),
      expect.stringMatching(/^aws_iam_role_policy_attachment\.emr_service-role/),
      expect.stringMatching(/^aws_iam_role_policy\.emr_service-role/),
      expect.stringMatching(/^aws_iam_role_policy\.emr_instance-profile/),
      expect.stringMatching(/^aws_s3_object\.emr_tls-certificate/),
    ]);
  });

  it('gives nodes the right to assume exactly the step roles', () => {
    const assume = policyOf(platformJson(), 'node').filter(({ Sid }) => Sid === 'AssumeStepRoles');
    expect(assume).toEqual([
      expect.objectContaining({
        Resource: [expect.stringMatching(/^\$\{aws_iam_role\.emr_step-roles_orders_role_[^.]+\.arn\}$/)],
      }),
    ]);
  });

  it('encrypts logs of all clusters with the data key, which the roles that write them may use', () => {
    const json = platformJson({ clusters: { main: SIZE, adhoc: SIZE } });
    const template = JSON.parse(String(onlyResource(json, 'aws_ssm_parameter')['insecure_value'])) as Record<
      string,
      unknown
    >;
    const clusters = resourcesOf(json, 'aws_emr_cluster').map((one) => one['log_encryption_kms_key_id']);
    expect([...clusters, template['LogEncryptionKmsKeyId']]).toEqual([DATA_KEY, DATA_KEY, DATA_KEY]);
    const keyActions = (policy: string) =>
      policyOf(json, policy).flatMap(({ Action, Resource, Condition }) =>
        Resource === DATA_KEY && Condition === undefined ? Action : [],
      );
    for (const policy of ['node', 'nodes'])
      expect(keyActions(policy)).toEqual(expect.arrayContaining(['kms:Decrypt', 'kms:GenerateDataKey']));
  });

  it('lets a job read its own code', () => {
    const read = policyOf(platformJson(), 'job').find(({ Sid }) => Sid === 'ReadObjects');
    expect(read?.Resource).toEqual([
      'arn:aws:s3:::raw/events/orders/*',
      'arn:aws:s3:::raw/events/orders',
      'arn:aws:s3:::artifacts/jobs/orders/*',
      'arn:aws:s3:::artifacts/jobs/orders',
      'arn:aws:s3:::curated/orders/*',
      'arn:aws:s3:::curated/orders',
    ]);
  });

  it('names clusters and step roles for others', () => {
    platformJson({ clusters: { main: SIZE, adhoc: SIZE } }, (platform) => {
      expect(Object.keys(platform.clusterIds)).toEqual(['main', 'adhoc']);
      expect(Object.keys(platform.stepRoleArns)).toEqual(['orders']);
    });
  });

  it('works without clusters and without jobs', () => {
    let caller: PolicyStatement[] = [];
    const json = platformJson({ clusters: {}, stepRoles: {} }, (platform) => {
      caller = platform.callerStatements();
    });
    expect(resourcesOf(json, 'aws_emr_cluster')).toEqual([]);
    expect(resourcesOf(json, 'aws_iam_role').map((role) => role['name'])).toEqual([
      'sandbox-emr-node',
      'sandbox-emr-service',
    ]);
    expect(caller.map(({ Sid }) => Sid)).not.toContain('AddStepsUnderStepRoles');
    expect(onlyResource(json, 'aws_ssm_parameter')['name']).toBe(
      '/landing-zone/sandbox/emr/job-flow-template',
    );
  });

  it('fails for a zone without a bucket, naming those there are', () => {
    const stepRoles = {
      orders: { reads: [{ zone: 'row', prefix: 'a/' }], writes: [], databases: { read: [], write: [] } },
    };
    expect(() => platformJson({ stepRoles })).toThrow('zone row has no bucket; there are raw, curated');
  });
});
