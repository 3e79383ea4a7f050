import { z } from 'zod';
import { accountId } from './fields';
import { field } from './guidance';

const WHEN_OURS = 'Default: yes when organization.managed is true and Control Tower does not own it.';

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
