import { policyDocument } from '../../../modules/iam/policy-document';

describe('policyDocument', () => {
  it('renders the current version of the policy language', () => {
    expect(JSON.parse(policyDocument([]))).toEqual({ Version: '2012-10-17', Statement: [] });
  });

  it('leaves Terraform references as they are', () => {
    const policy = policyDocument([
      { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '${aws_s3_bucket.b.arn}/*' },
    ]);
    expect(policy).toContain('"Resource":"${aws_s3_bucket.b.arn}/*"');
  });
});
