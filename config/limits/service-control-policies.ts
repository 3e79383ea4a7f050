/** Names of the guardrails that come with the platform, which are made in modules/organizations. */
export const SERVICE_CONTROL_POLICY_NAMES = [
  'deny-all',
  'deny-leaving-organization',
  'deny-other-regions',
  'deny-public-s3',
  'protect-audit-trail',
  'protect-deploy-roles',
  'quarantine-new-accounts',
  'require-encryption',
  'restrict-root-user',
] as const;
