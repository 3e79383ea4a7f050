import { z } from 'zod';
import { accountId } from './fields';
import { field } from './guidance';

const WHEN_OURS = 'Default: yes when organization.managed is true and Control Tower does not own it.';

const trailLock = z.strictObject({
  mode: field(
    z.enum(['governance', 'compliance']).default('governance'),
    'governance: whoever has s3:BypassGovernanceRetention can still delete. compliance: nobody can, AWS and the root user included, and nobody can shorten it for what is written.',
  ),
  days: field(
    z.int().min(1).max(36_500),
    'Days for which a log cannot be deleted, from when it was written; at most trailDays.',
    { expected: 'a number of days, 1 to 36500' },
  ),
});

/** What watches all accounts. */
export const auditSchema = z.strictObject({
  accountId: accountId(
    'Id of the account from which GuardDuty, Security Hub and Access Analyzer are administered: a member account that is not the management account.',
  ).optional(),
  trail: field(
    z.boolean().optional(),
    `Whether a CloudTrail trail of the organization is made, with its bucket and key. ${WHEN_OURS}`,
  ),
  trailDays: field(
    z.int().min(365).max(36_500).default(2555),
    'Days for which logs of the trail are kept; seven years unless set.',
    { expected: 'a number of days, 365 to 36500' },
  ),
  trailLock: trailLock
    .optional()
    .describe(
      'S3 Object Lock on the logs of the trail. Without it, nobody can delete a log without changing the policy of the bucket first. Once on, it stays on for this bucket.',
    ),
  guardDuty: field(
    z.boolean().optional(),
    `Whether GuardDuty is delegated to the audit account, in the region of this file and those of all stages. ${WHEN_OURS}`,
  ),
  securityHub: field(
    z.boolean().optional(),
    `Whether Security Hub is delegated to the audit account, in the region of this file and those of all stages. ${WHEN_OURS}`,
  ),
  accessAnalyzer: field(
    z.boolean().optional(),
    `Whether IAM Access Analyzer is delegated to the audit account. ${WHEN_OURS}`,
  ),
});
