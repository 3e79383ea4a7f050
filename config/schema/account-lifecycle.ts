import { z } from 'zod';
import { field } from './guidance';

/** Where an account is in its life. */
export const ACCOUNT_LIFECYCLE = ['active', 'suspended', 'closing'] as const;

/** Life cycle of an account. */
export const accountLifecycleSchema = field(
  z.enum(ACCOUNT_LIFECYCLE).default('active'),
  'Where the account is in its life. suspended: it is moved to the suspended unit and its stage is not deployed any more. closing: besides, Terraform lets go of it, so that somebody can close it; only after suspended. See the runbook close-account.',
  {
    expected: 'active, suspended or closing',
    fix: 'the way from one to the next is in docs/runbooks/close-account.md',
  },
);

export type AccountLifecycle = z.output<typeof accountLifecycleSchema>;
