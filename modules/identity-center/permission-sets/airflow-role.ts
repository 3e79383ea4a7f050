import type { PolicyStatement } from '../../iam/policy-document';

/** Roles of Airflow that MWAA knows, from the one that may look to the one that may do everything. */
export type AirflowRole = 'Viewer' | 'User' | 'Op' | 'Admin';

/**
 * Rights to sign in to the web interface of Airflow, and to its API, with one of Airflow's roles. What is named is the role in the
 * environment: with the environment's own ARN the sign-in ends without any role. Environments are those of
 * the account that the permission set is assigned in, whatever their names.
 *
 * Source: "Accessing an Amazon MWAA environment"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/access-policies.html).
 */
export function airflowAccess(role: AirflowRole): PolicyStatement[] {
  return [
    {
      Sid: 'SignInToAirflow',
      Effect: 'Allow',
      Action: ['airflow:CreateWebLoginToken', 'airflow:InvokeRestApi'],
      Resource: `arn:aws:airflow:*:*:role/*/${role}`,
    },
    {
      Sid: 'SeeEnvironments',
      Effect: 'Allow',
      Action: 'airflow:GetEnvironment',
      Resource: 'arn:aws:airflow:*:*:environment/*',
    },
    {
      Sid: 'FindEnvironments',
      Effect: 'Allow',
      Action: 'airflow:ListEnvironments',
      // The list is of the account: AWS has no resource type for this action.
      Resource: '*',
    },
  ];
}
