import { Aspects, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import type { EnvironmentConfig, OrganizationConfig } from '../../config';
import { CI_ROLE_NAMES, roleArn, STAGE_ROLE_NAMES } from '../../modules/ci/role-names';
import { StageRoles } from '../../modules/ci/stage-roles';
import { EMR_ARTIFACT_PREFIXES } from '../../modules/emr/artifact-prefixes';
import { lakeBucketName } from '../../modules/lake/lake-bucket-name';
import { RoleBoundary } from '../aspects/role-boundary';
import { airflowBucketName } from './airflow-names';
import type { StageKeys } from './keys';
import type { StageContext } from './stage-context';

/** Path of the parameters that stages write (`platformParameterName` and its neighbours). */
const PARAMETER_PATH = '/landing-zone/';

/** Terraform variable that says which role the stage's provider becomes: `TF_VAR_stage_role_name`. */
export const STAGE_ROLE_VARIABLE = 'stage_role_name';

/**
 * Name of the role that the provider of a stage becomes. Where pipelines have roles it is a variable, because one and the
 * same Terraform file is planned with reading rights, deployed with the deploy role, and deployed for the first time, when
 * neither is there yet, with the role that AWS Organizations made.
 */
export function stageRoleName(
  scope: Construct,
  organization: OrganizationConfig,
  { account }: EnvironmentConfig,
): string {
  if (!organization.ci) return account.deployRole;
  const names = [...new Set([account.deployRole, ...Object.values(STAGE_ROLE_NAMES)])];
  const variable = new TerraformVariable(scope, STAGE_ROLE_VARIABLE, {
    type: 'string',
    default: account.deployRole,
    description: 'Role in the account of the stage that Terraform works with',
  });
  variable.addValidation({
    condition: `\${contains(${JSON.stringify(names)}, ${variable.fqn})}`,
    errorMessage: `Expected one of ${names.join(', ')}.`,
  });
  return `\${${variable.fqn}}`;
}

/** The roles of pipelines in the account of a stage, and the cap over every other role in it. */
export function addStageCi(stage: StageContext, organization: OrganizationConfig, keys: StageKeys): void {
  if (!organization.ci) return;
  const { scope, provider, accountId, environment } = stage;
  const inManagement = (name: string) => roleArn(organization.managementAccountId, name);
  const roles = new StageRoles(scope, 'ci', {
    provider,
    accountId,
    region: environment.region,
    namePrefix: `${environment.stage}-`,
    parameterPath: PARAMETER_PATH,
    peoplesRoleName: environment.account.deployRole,
    uploadedObjectArns: uploadedObjectArns(environment, accountId),
    catalogKeyArn: keys.data.arn,
    planPrincipal: inManagement(CI_ROLE_NAMES.plan),
    applyPrincipal: inManagement(CI_ROLE_NAMES.apply),
  });
  Aspects.of(scope).add(new RoleBoundary(roles.workloadBoundaryArn));
}

/** Objects in the state of the stage: files of Airflow, and the certificate for encryption between EMR nodes. */
function uploadedObjectArns({ stage, airflow }: EnvironmentConfig, accountId: string): string[] {
  const artifacts = lakeBucketName(stage, 'artifacts', accountId);
  return [
    `arn:aws:s3:::${artifacts}/${EMR_ARTIFACT_PREFIXES.certificates}*`,
    ...Object.keys(airflow).flatMap((name) =>
      ['plugins.zip', 'requirements.txt', 'startup.sh'].map(
        (key) => `arn:aws:s3:::${airflowBucketName(stage, name, accountId)}/${key}`,
      ),
    ),
  ];
}
