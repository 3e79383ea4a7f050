/** Roles of pipelines in the management account. */
export const CI_ROLE_NAMES = { plan: 'landing-zone-ci-plan', apply: 'landing-zone-ci-apply' } as const;

/** Cap of both, a managed policy. */
export const CI_BOUNDARY_NAME = 'landing-zone-ci-boundary';

/** Roles in the account of each stage that those become. */
export const STAGE_ROLE_NAMES = { plan: 'landing-zone-plan', deploy: 'landing-zone-deploy' } as const;

/** Caps in the account of each stage, managed policies. */
export const STAGE_BOUNDARY_NAMES = {
  /** Of the deploy role. */
  deploy: 'landing-zone-deploy-boundary',
  /** Of every role that the deploy role makes. */
  workload: 'landing-zone-workload-boundary',
} as const;

export const roleArn = (accountId: string, name: string) => `arn:aws:iam::${accountId}:role/${name}`;
export const policyArn = (accountId: string, name: string) => `arn:aws:iam::${accountId}:policy/${name}`;
