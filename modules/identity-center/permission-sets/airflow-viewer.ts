import { policyDocument } from '../../iam/policy-document';
import type { PermissionSetDefinition } from '../permission-set-definition';
import { airflowAccess } from './airflow-role';

/** Looks at DAGs, their runs and logs. */
export const AIRFLOW_VIEWER: PermissionSetDefinition = {
  name: 'AirflowViewer',
  description: 'Viewer in Airflow: sees DAGs, their runs and logs, and changes nothing',
  session: 'PT8H',
  inlinePolicy: policyDocument(airflowAccess('Viewer')),
};
