import type { ServiceControlPolicy } from './service-control-policy';

/**
 * Actions that work from one endpoint for all regions, mostly in us-east-1: to deny them there would deny them
 * everywhere. From AWS's example, without what has ended (a4b, mobileanalytics), and without services that have
 * regional endpoints and that AWS lists for CloudFront and the like: acm, config, directconnect, kms, wafv2.
 *
 * Source: "Deny access to AWS based on the requested AWS Region"
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html); the
 * services that followed `aws-portal`, "AWS Billing and Cost Management"
 * (https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/migrate-granularaccess-whatis.html).
 */
const GLOBAL_ACTIONS = [
  'account:*',
  'aws-marketplace-management:*',
  'aws-marketplace:*',
  'aws-portal:*',
  'billing:*',
  'budgets:*',
  'ce:*',
  'chime:*',
  'cloudfront:*',
  'consolidatedbilling:*',
  'cur:*',
  'ec2:DescribeRegions',
  'ec2:DescribeTransitGateways',
  'ec2:DescribeVpnGateways',
  'fms:*',
  'freetier:*',
  'globalaccelerator:*',
  'health:*',
  'iam:*',
  'importexport:*',
  'invoicing:*',
  'networkmanager:*',
  'organizations:*',
  'payments:*',
  'pricing:*',
  'route53-recovery-cluster:*',
  'route53-recovery-control-config:*',
  'route53-recovery-readiness:*',
  'route53:*',
  'route53domains:*',
  's3:GetAccountPublicAccessBlock',
  's3:ListAllMyBuckets',
  's3:ListMultiRegionAccessPoints',
  's3:PutAccountPublicAccessBlock',
  'shield:*',
  'sts:*',
  'support:*',
  'tax:*',
  'trustedadvisor:*',
  'waf-regional:*',
  'waf:*',
  'wellarchitected:*',
] as const;

/**
 * Where nobody is supposed to work, nobody looks: what an intruder starts in a far region is first seen on the bill,
 * and data that may not leave a region must not be copied out of it. The list is computed from the regions of the
 * environments, so a stage in a new region needs the organization deployed first.
 */
export const denyOtherRegions: ServiceControlPolicy = {
  name: 'deny-other-regions',
  description: 'Accounts work in the regions of the environments; global services stay',
  statements: ({ regions }) => [
    {
      Sid: 'DenyOtherRegions',
      Effect: 'Deny',
      NotAction: GLOBAL_ACTIONS,
      // All resources of all other actions: the region alone decides.
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
    },
  ],
};
