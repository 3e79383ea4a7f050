import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { TRAIL_KEY_ALIAS } from '../cloudtrail/trail-names';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';
import { BREAK_GLASS_ALARM_NAME } from '../identity-center/break-glass-alarm';
import { protectBreakGlassAlarm } from './break-glass-statements';
import {
  denyLastingCredentials,
  denyLeavingOrganization,
  denyTakingOverAccounts,
} from './forbidden-statements';
import { keepKeys } from './key-statements';
import { intoStages, MANAGEMENT_READS, MANAGEMENT_WRITES, RECORD_READS } from './management-statements';
import type { OidcProvider } from './oidc-provider';
import { PipelineRole } from './pipeline-role';
import { CI_BOUNDARY_NAME, CI_ROLE_NAMES } from './role-names';
import { protectState, readState, type StateAccess, writeState } from './state-statements';
import { protectTrail } from './trail-statements';

export interface ManagementRolesProps {
  readonly provider: TerraformProvider;
  /** Management account. */
  readonly accountId: string;
  readonly oidcProvider: OidcProvider;
  /** Subjects of tokens that may plan. */
  readonly planSubjects: readonly string[];
  /** Subjects of tokens that may apply. */
  readonly applySubjects: readonly string[];
  /**
   * Bucket with the state of all stacks.
   *
   * @default - state is not in S3, and a pipeline cannot read it
   */
  readonly state?: StateAccess;
  /**
   * Home of the organization's trail.
   *
   * @default - the trail is not made here, and neither is what protects it
   */
  readonly trailRegion?: string;
  /** Region of IAM Identity Center, where the alarm about emergency access is. */
  readonly breakGlassRegion: string;
}

/**
 * The two roles of pipelines in the management account: `plan` reads, `apply` changes what the stacks there own, and
 * each becomes one role in the stages. Neither can change roles and policies of IAM, so neither can change the other,
 * itself, or the cap over both; nor what tells on them.
 */
export class ManagementRoles extends Construct {
  readonly planRoleArn: string;
  readonly applyRoleArn: string;

  constructor(scope: Construct, id: string, props: ManagementRolesProps) {
    super(scope, id);
    const { provider, oidcProvider, state } = props;
    const boundary = new IamPolicy(this, 'boundary', {
      provider,
      name: CI_BOUNDARY_NAME,
      description: 'What pipelines may do in the management account at most',
      policy: policyDocument(boundaryStatements(props)),
      tags: { Name: CI_BOUNDARY_NAME },
    });
    const common = { provider, oidcProvider, boundary };
    this.planRoleArn = new PipelineRole(this, 'plan', {
      ...common,
      name: CI_ROLE_NAMES.plan,
      description: 'Plans pull requests: reads, and changes nothing',
      subjects: props.planSubjects,
      statements: [...MANAGEMENT_READS, intoStages('plan'), ...(state ? readState(state) : [])],
    }).arn;
    this.applyRoleArn = new PipelineRole(this, 'apply', {
      ...common,
      name: CI_ROLE_NAMES.apply,
      description: 'Deploys what was reviewed',
      subjects: props.applySubjects,
      statements: [
        ...MANAGEMENT_READS,
        ...MANAGEMENT_WRITES,
        intoStages('plan'),
        { ...intoStages('deploy'), Sid: 'IntoTheStagesToDeploy' },
        ...(state ? writeState(state) : []),
      ],
    }).arn;
  }
}

/** The most that both may do. Roles and policies of IAM are not in it, but for reading them. */
function boundaryStatements(props: ManagementRolesProps): PolicyStatement[] {
  const { accountId, state, trailRegion, breakGlassRegion } = props;
  return [
    ...MANAGEMENT_WRITES,
    // Whole services, which hold what is read of them; Systems Manager is not among them.
    ...RECORD_READS,
    { Sid: 'ReadIam', Effect: 'Allow', Action: ['iam:Get*', 'iam:List*'], Resource: '*' },
    intoStages('plan'),
    { ...intoStages('deploy'), Sid: 'IntoTheStagesToDeploy' },
    denyLastingCredentials(),
    denyLeavingOrganization(),
    denyTakingOverAccounts(),
    ...(state ? protectState(state) : []),
    ...(trailRegion === undefined ? [] : protectTrail({ accountId, region: trailRegion })),
    ...protectBreakGlassAlarm({ accountId, region: breakGlassRegion }),
    ...keepKeys(accountId, [
      ...(state?.key && 'alias' in state.key ? [state.key.alias] : []),
      ...(trailRegion === undefined ? [] : [TRAIL_KEY_ALIAS]),
      BREAK_GLASS_ALARM_NAME,
    ]),
  ];
}
