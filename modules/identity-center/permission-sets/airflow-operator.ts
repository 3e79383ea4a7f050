import { policyDocument } from '../../iam/policy-document';
import type { PermissionSetDefinition } from '../permission-set-definition';
import { airflowAccess } from './airflow-role';

/** Runs Airflow: DAGs, and the connections, variables and pools that they use. */
export const AIRFLOW_OPERATOR: PermissionSetDefinition = {
  name: 'AirflowOperator',
  description: 'Op in Airflow: runs DAGs, changes connections, variables and pools',
  session: 'PT8H',
  inlinePolicy: policyDocument(airflowAccess('Op')),
};
