import { denyAll } from './deny-all';
import { denyLeavingOrganization } from './deny-leaving-organization';
import { denyOtherRegions } from './deny-other-regions';
import { denyPublicS3 } from './deny-public-s3';
import { protectAuditTrail } from './protect-audit-trail';
import { protectDeployRoles } from './protect-deploy-roles';
import { quarantineNewAccounts } from './quarantine-new-accounts';
import { requireEncryption } from './require-encryption';
import { restrictRootUser } from './restrict-root-user';
import type { ServiceControlPolicy } from './service-control-policy';

/** Every guardrail that comes with the platform. */
export const SERVICE_CONTROL_POLICIES: readonly ServiceControlPolicy[] = [
  denyAll,
  denyLeavingOrganization,
  denyOtherRegions,
  denyPublicS3,
  protectAuditTrail,
  protectDeployRoles,
  quarantineNewAccounts,
  requireEncryption,
  restrictRootUser,
];
