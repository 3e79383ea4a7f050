import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import type { Construct } from 'constructs';
import { type Config, customPolicyText, PLATFORM_TAG_KEYS, POLICY_LIMITS, ROOT } from '../../config';
import {
  OrganizationPolicies,
  type OrganizationPolicy,
} from '../../modules/organizations/organization-policies';
import { SERVICE_CONTROL_POLICIES } from '../../modules/organizations/service-control-policies';
import {
  serviceControlDocument,
  type ServiceControlPolicyProps,
} from '../../modules/organizations/service-control-policies/service-control-policy';
import { tagPolicyDocument } from '../../modules/organizations/tag-policy';

/** Role that AWS Organizations makes in every account it creates, whatever a stage deploys with. */
const CREATED_WITH_ACCOUNTS = 'OrganizationAccountAccessRole';

export interface OrganizationPoliciesContext extends Config {
  readonly provider: TerraformProvider;
  readonly organizationId: string;
  readonly rootId: string;
  /** Ids of the units, by path. */
  readonly unitIds: ReadonlyMap<string, string>;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Policy types that the configuration attaches anything of. */
export function policyTypesInUse({ policies, tagStandard }: Config['organization']): string[] {
  const hasPolicies = Object.values(policies).some((names) => names.length > 0);
  return [
    ...(hasPolicies ? ['SERVICE_CONTROL_POLICY'] : []),
    ...(tagStandard.units.length > 0 ? ['TAG_POLICY'] : []),
  ];
}

/** Service control policies and the tag policy, attached as the file says. */
export function addPolicies(scope: Construct, context: OrganizationPoliciesContext): void {
  const { organization, provider, dependsOn } = context;
  const targetIds = new Map([[ROOT, context.rootId], ...context.unitIds]);
  const common = { provider, targetIds, dependsOn };

  new OrganizationPolicies(scope, 'service-control-policies', {
    ...common,
    type: 'SERVICE_CONTROL_POLICY',
    policies: serviceControlPolicies(context),
    attachments: organization.policies,
  });
  const { units } = organization.tagStandard;
  if (units.length > 0)
    new OrganizationPolicies(scope, 'tag-policies', {
      ...common,
      type: 'TAG_POLICY',
      policies: [tagPolicy(context)],
      attachments: Object.fromEntries(units.map((unit) => [unit, ['tag-standard']])),
    });
}

/** Those that are attached anywhere: one that is not would only wait to be attached by hand. */
function serviceControlPolicies(context: OrganizationPoliciesContext): OrganizationPolicy[] {
  const { organization, attachments } = context;
  const attached = new Set(Object.values(organization.policies).flat());
  const props = policyProps(context);
  const shipped = SERVICE_CONTROL_POLICIES.map(({ name, description, statements }) => ({
    name,
    description,
    content: serviceControlDocument(statements(props)),
  }));
  const custom = Object.entries(organization.customPolicies).map(([name, { description, file }]) => {
    const read = customPolicyText(attachments.file(file));
    if ('wrong' in read) throw new Error(`environments/${file} ${read.wrong}`);
    return { name, description, content: literal(read.text) };
  });
  return [...shipped, ...custom]
    .filter(({ name }) => attached.has(name))
    .map((policy) => withinLimit(policy, 'SERVICE_CONTROL_POLICY'));
}

function policyProps({ organization, stages, organizationId, rootId }: OrganizationPoliciesContext) {
  const roles = stages.map(({ account }) => account.deployRole);
  const props: ServiceControlPolicyProps = {
    regions: [...new Set([organization.region, ...stages.map(({ region }) => region)])].sort(),
    deployRoleNames: [...new Set([CREATED_WITH_ACCOUNTS, ...roles])].sort(),
    rootPath: `${organizationId}/${rootId}/`,
  };
  return props;
}

/** The standard's keys, those of all resources, and those that the platform sets: spelt in one way only. */
function tagPolicy({ organization }: Config): OrganizationPolicy {
  const anyValue = [...PLATFORM_TAG_KEYS, ...Object.keys(organization.tags)].map((key) => [key, []]);
  const standard = {
    ...(Object.fromEntries(anyValue) as Record<string, string[]>),
    ...organization.tagStandard.keys,
  };
  return withinLimit(
    { name: 'tag-standard', description: 'How tags are spelt', content: tagPolicyDocument(standard) },
    'TAG_POLICY',
  );
}

/** In files, `${aws:username}` is AWS's to fill in, and nothing of it is code for Terraform. */
function literal(text: string): string {
  return text.replace(/[$%]\{/g, (opening) => `${opening.charAt(0)}${opening}`);
}

/** @throws Error when a policy that is put together here has become too long. */
function withinLimit(policy: OrganizationPolicy, type: keyof typeof POLICY_LIMITS): OrganizationPolicy {
  const most = POLICY_LIMITS[type].characters;
  if (policy.content.length <= most) return policy;
  throw new Error(
    `policy ${policy.name} has ${policy.content.length} characters, of which AWS allows ${most}: ` +
      'give the stages fewer regions and deploy roles, or the tag standard fewer values',
  );
}
