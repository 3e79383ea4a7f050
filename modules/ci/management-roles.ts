import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';
import { denyLastingCredentials, denyLeavingOrganization } from './forbidden-statements';
import { intoStages, MANAGEMENT_READS, MANAGEMENT_WRITES, RECORD_READS } from './management-statements';
import type { OidcProvider } from './oidc-provider';
import { PipelineRole } from './pipeline-role';
import { CI_BOUNDARY_NAME, CI_ROLE_NAMES } from './role-names';
import { protectState, readState, type StateAccess, writeState } from './state-statements';

export interface ManagementRolesProps {
  readonly provider: TerraformProvider;
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
}

/**
 * The two roles of pipelines in the management account: `plan` reads, `apply` changes what the stacks there own, and
 * each becomes one role in the stages. Neither can change roles and policies of IAM, so neither can change the other,
 * itself, or the cap over both.
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
      policy: policyDocument(boundaryStatements(state)),
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
function boundaryStatements(state: StateAccess | undefined): PolicyStatement[] {
  return [
    ...MANAGEMENT_WRITES,
    // Whole services, which hold what is read of them; Systems Manager is not among them.
    ...RECORD_READS,
    { Sid: 'ReadIam', Effect: 'Allow', Action: ['iam:Get*', 'iam:List*'], Resource: '*' },
    intoStages('plan'),
    { ...intoStages('deploy'), Sid: 'IntoTheStagesToDeploy' },
    denyLastingCredentials(),
    denyLeavingOrganization(),
    ...(state ? protectState(state) : []),
  ];
}
