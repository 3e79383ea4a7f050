import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';
import { deployBoundary, deployStatements, type DeployProps } from './deploy-statements';
import { STAGE_BOUNDARY_NAMES, STAGE_ROLE_NAMES } from './role-names';
import { stageReads, type StageReadProps } from './stage-read-statements';
import { workloadBoundary } from './workload-boundary';

export interface StageRolesProps extends DeployProps, StageReadProps {
  readonly provider: TerraformProvider;
  /** ARN of the role that may become the plan role. It must exist: IAM asks. */
  readonly planPrincipal: string;
  /** ARN of the role that may become either. It must exist. */
  readonly applyPrincipal: string;
}

/** The two roles that pipelines become in the account of a stage, and the caps over them and over what they make. */
export class StageRoles extends Construct {
  /** For every other role of the account. */
  readonly workloadBoundaryArn: string;

  constructor(scope: Construct, id: string, props: StageRolesProps) {
    super(scope, id);
    const { provider } = props;
    const cap = (key: keyof typeof STAGE_BOUNDARY_NAMES, statements: readonly PolicyStatement[]) =>
      new IamPolicy(this, `${key}-boundary`, {
        provider,
        name: STAGE_BOUNDARY_NAMES[key],
        description: `What ${key === 'deploy' ? 'a deployment' : 'jobs and services'} may do at most`,
        policy: policyDocument(statements),
        tags: { Name: STAGE_BOUNDARY_NAMES[key] },
      }).arn;
    const deployBoundaryArn = cap('deploy', deployBoundary(props));
    this.workloadBoundaryArn = cap('workload', workloadBoundary(props));
    this.addRole(props, 'plan', {
      description: 'Reads what is deployed, for plans of pull requests',
      principals: [props.planPrincipal, props.applyPrincipal],
      statements: stageReads(props),
      permissionsBoundary: deployBoundaryArn,
    });
    this.addRole(props, 'deploy', {
      description: 'Deploys what was reviewed',
      principals: [props.applyPrincipal],
      statements: deployStatements(props),
      permissionsBoundary: deployBoundaryArn,
    });
  }

  private addRole(
    { provider }: StageRolesProps,
    key: keyof typeof STAGE_ROLE_NAMES,
    role: {
      readonly description: string;
      readonly principals: readonly string[];
      readonly statements: readonly PolicyStatement[];
      readonly permissionsBoundary: string;
    },
  ): void {
    const name = STAGE_ROLE_NAMES[key];
    const resource = new IamRole(this, key, {
      provider,
      name,
      description: role.description,
      permissionsBoundary: role.permissionsBoundary,
      assumeRolePolicy: policyDocument([
        {
          Sid: 'RolesOfPipelines',
          Effect: 'Allow',
          Principal: { AWS: [...role.principals] },
          Action: 'sts:AssumeRole',
        },
      ]),
      tags: { Name: name },
    });
    new IamRolePolicy(this, `${key}-policy`, {
      provider,
      name: 'pipeline',
      role: resource.id,
      policy: policyDocument(role.statements),
    });
  }
}
