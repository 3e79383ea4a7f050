/**
 * Tag that `AmazonEMRServicePolicy_v2` asks for on the VPC, the subnets and the security groups that EMR
 * uses; without it a cluster fails to start with an access error.
 *
 * Source: "Use IAM policies with tags for Amazon EMR managed policies"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-managed-iam-policies.html).
 */
export const EMR_MANAGED_POLICY_TAG = { 'for-use-with-amazon-emr-managed-policies': 'true' } as const;
