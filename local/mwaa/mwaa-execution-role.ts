import type { AwsCall } from '../aws-call';
import type { MotoClient } from '../moto-client';
import { queryMoto, textAt } from '../moto-query';
import { allowsService, statementsOf } from '../policy-statement';
import type { EnvironmentDescription } from './mwaa-environment-description';
import { mwaaValidation } from './mwaa-errors';

/** Who runs an environment. Source: https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html */
const PRINCIPALS = ['airflow.amazonaws.com', 'airflow-env.amazonaws.com'];

/** Refuses an execution role that is not there or that MWAA cannot assume, in AWS's words. */
export async function checkExecutionRole(
  { ExecutionRoleArn, Arn }: EnvironmentDescription,
  call: AwsCall,
  moto: MotoClient,
): Promise<void> {
  const trust = await trustOf(ExecutionRoleArn, call, moto);
  const statements = trust === undefined ? [] : statementsOf(trust);
  const context = { 'aws:sourceaccount': call.account, 'aws:sourcearn': Arn };
  for (const service of PRINCIPALS) {
    if (allowsService(statements, { service, action: 'sts:AssumeRole', context })) continue;
    throw mwaaValidation(
      `Failed to assume role ${ExecutionRoleArn}. This could be due to the role's trust policy. Please ensure your role is assumable by '${service}' Service Principal and try again.`,
    );
  }
}

/** The trust policy; undefined when the role is not there, which AWS tells in the same words. */
async function trustOf(arn: string, call: AwsCall, moto: MotoClient): Promise<string | undefined> {
  // iam:PassRole passes roles of the own account only.
  if (arn.split(':')[4] !== call.account) return undefined;
  const parameters = { Action: 'GetRole', RoleName: arn.split('/').at(-1) ?? '' };
  const answer = await queryMoto('iam', parameters, call, moto);
  const role = ['GetRoleResult', 'Role'];
  if (textAt(answer, ...role, 'Arn') !== arn) return undefined;
  const document = textAt(answer, ...role, 'AssumeRolePolicyDocument');
  return document === undefined ? undefined : decodeURIComponent(document);
}
