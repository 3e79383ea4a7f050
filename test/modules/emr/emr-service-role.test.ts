import { EmrServiceRole } from '../../../modules/emr/emr-service-role';
import { synthModule } from '../../support/synth';
import { onlyResource, statements } from '../../support/terraform-json';
import { ACCOUNT_ID, DATA_KEY, INSTANCE_ROLE, REGION } from './emr-fixture';

const json = synthModule((stack, provider) => {
  new EmrServiceRole(stack, 'service-role', {
    provider,
    accountId: ACCOUNT_ID,
    region: REGION,
    name: 'sandbox',
    instanceRoleArn: INSTANCE_ROLE,
    diskKeyArn: DATA_KEY,
  });
});
const policy = statements(onlyResource(json, 'aws_iam_role_policy')['policy']);

describe('EmrServiceRole', () => {
  it('serves clusters of its own account and region only', () => {
    expect(statements(onlyResource(json, 'aws_iam_role')['assume_role_policy'])).toEqual([
      expect.objectContaining({
        Principal: { Service: 'elasticmapreduce.amazonaws.com' },
        Condition: {
          StringEquals: { 'aws:SourceAccount': ACCOUNT_ID },
          ArnLike: { 'aws:SourceArn': `arn:aws:elasticmapreduce:${REGION}:${ACCOUNT_ID}:*` },
        },
      }),
    ]);
  });

  it("has AWS's policy that works on tagged resources only", () => {
    expect(onlyResource(json, 'aws_iam_role_policy_attachment')['policy_arn']).toBe(
      'arn:aws:iam::aws:policy/service-role/AmazonEMRServicePolicy_v2',
    );
  });

  it('hands the instance role to EC2 and no other role to anybody', () => {
    expect(policy.filter(({ Action }) => Action === 'iam:PassRole')).toEqual([
      expect.objectContaining({
        Resource: INSTANCE_ROLE,
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      }),
    ]);
  });

  it('lets volumes use the key, and nobody else through a grant', () => {
    expect(policy.find(({ Action }) => Action === 'kms:CreateGrant')).toMatchObject({
      Resource: DATA_KEY,
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    });
  });
});
