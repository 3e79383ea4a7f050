import { TerraformOutput, type TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { auditServices, ciTrust, type OrganizationConfig } from '../../config';
import { ManagementRoles } from '../../modules/ci/management-roles';
import { OidcProvider } from '../../modules/ci/oidc-provider';
import type { StateAccess } from '../../modules/ci/state-statements';
import { identityCenterRegion } from '../providers';
import { STATE_KEY_ALIAS } from '../state-stack';

/** The roles of pipelines in the management account, when the configuration names any. */
export function addCi(scope: Construct, provider: TerraformProvider, organization: OrganizationConfig): void {
  const { ci, managementAccountId: accountId } = organization;
  const trust = ci && ciTrust(ci);
  if (!trust) return;
  const oidcProvider = new OidcProvider(scope, 'ci-oidc-provider', {
    provider,
    accountId,
    issuer: trust.issuer,
    audience: trust.audience,
    isExisting: ci.existingProvider,
  });
  const roles = new ManagementRoles(scope, 'ci-roles', {
    provider,
    accountId,
    oidcProvider,
    planSubjects: trust.planSubjects,
    applySubjects: trust.applySubjects,
    state: stateAccess(organization),
    ...(auditServices(organization).trail && { trailRegion: organization.region }),
    breakGlassRegion: identityCenterRegion(organization),
  });
  new TerraformOutput(scope, 'ci_plan_role_arn', { value: roles.planRoleArn });
  new TerraformOutput(scope, 'ci_apply_role_arn', { value: roles.applyRoleArn });
}

function stateAccess({ state, region, managementAccountId }: OrganizationConfig): StateAccess | undefined {
  if (state.backend !== 's3' || state.bucket === undefined) return undefined;
  return {
    bucketName: state.bucket,
    accountId: managementAccountId,
    region: state.region ?? region,
    key: state.managed
      ? { alias: STATE_KEY_ALIAS }
      : state.kmsKeyId === undefined
        ? undefined
        : { arn: state.kmsKeyId },
  };
}
