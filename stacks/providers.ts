import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';
import { type EnvironmentConfig, type OrganizationConfig, REGIONS } from '../config';
import { stageRoleName } from './stage/ci';

/** Tag that says which tool a resource belongs to; people find it before they change it by hand. */
const MANAGED_BY = { ManagedBy: 'landing-zone' };

// A provider that has made anything has to stay in the stack for as long as the state may hold it: Terraform takes things
// away with the provider that made them, and refuses a plan without it. One that is only read with may go with its readers.

/**
 * The management account, with the credentials of whoever deploys. Credentials of any other account are
 * refused before anything is read.
 */
export function managementProvider(scope: Construct, organization: OrganizationConfig): AwsProvider {
  return ofManagementAccount(scope, organization, 'management', organization.region);
}

/**
 * The management account in every region, for what AWS keeps apart by region. Whatever the files say: with the last stage
 * of a region, what the state still has there goes, and Terraform takes it away with the provider that made it. It starts
 * none that neither a file nor the state uses.
 */
export function regionalProviders(
  scope: Construct,
  organization: OrganizationConfig,
): ReadonlyMap<string, AwsProvider> {
  return new Map(
    REGIONS.map((region) => [
      region,
      ofManagementAccount(scope, organization, `management-${region}`, region),
    ]),
  );
}

/** Where IAM Identity Center was enabled. */
export function identityCenterRegion({ identityCenter, region }: OrganizationConfig): string {
  return identityCenter.region ?? region;
}

/**
 * The management account where IAM Identity Center is: in any other region AWS shows neither its instance nor its
 * groups.
 */
export function identityCenterProvider(scope: Construct, organization: OrganizationConfig): AwsProvider {
  return ofManagementAccount(scope, organization, 'identity-center', identityCenterRegion(organization));
}

/**
 * The account of a stage, through the role in it that the environment names.
 *
 * @param accountId may be known only while planning; Terraform then waits for it
 */
export function stageProvider(
  scope: Construct,
  organization: OrganizationConfig,
  environment: EnvironmentConfig,
  accountId: string,
): AwsProvider {
  return new AwsProvider(scope, 'stage', {
    alias: 'stage',
    region: environment.region,
    // Regions that must be opted into take no session of an account that has not: the role is assumed where the
    // management account is at home (hashicorp/terraform-provider-aws#32549).
    stsRegion: organization.region,
    assumeRole: [
      {
        roleArn: `arn:aws:iam::${accountId}:role/${stageRoleName(scope, organization, environment)}`,
        sessionName: 'landing-zone',
      },
    ],
    // Belt and braces: a role in the wrong account is refused even if somebody names its ARN by mistake.
    allowedAccountIds: [accountId],
    defaultTags: [
      { tags: { ...MANAGED_BY, Stage: environment.stage, ...organization.tags, ...environment.tags } },
    ],
  });
}

function ofManagementAccount(
  scope: Construct,
  { managementAccountId, tags }: OrganizationConfig,
  alias: string,
  region: string,
): AwsProvider {
  return new AwsProvider(scope, alias, {
    alias,
    region,
    allowedAccountIds: [managementAccountId],
    defaultTags: [{ tags: { ...MANAGED_BY, ...tags } }],
  });
}
