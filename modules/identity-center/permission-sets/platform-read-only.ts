import { policyDocument, type PolicyStatement } from '../../iam/policy-document';
import type { PermissionSetDefinition } from '../permission-set-definition';
import { airflowAccess } from './airflow-role';
import { clusterInsight } from './cluster-insight';

const LOGS: PolicyStatement[] = [
  {
    Sid: 'ReadLogs',
    Effect: 'Allow',
    Action: [
      'logs:DescribeLogStreams',
      'logs:FilterLogEvents',
      'logs:GetLogEvents',
      'logs:GetLogGroupFields',
      'logs:GetQueryResults',
      'logs:StartQuery',
    ],
    Resource: 'arn:aws:logs:*:*:log-group:*',
  },
  {
    Sid: 'SeeAlarmsAndDashboards',
    Effect: 'Allow',
    Action: ['cloudwatch:DescribeAlarmHistory', 'cloudwatch:DescribeAlarms', 'cloudwatch:GetDashboard'],
    Resource: ['arn:aws:cloudwatch:*:*:alarm:*', 'arn:aws:cloudwatch::*:dashboard/*'],
  },
];

/** Sees how everything is set up and doing, and none of the data: for who is on duty, auditors, other teams. */
export const PLATFORM_READ_ONLY: PermissionSetDefinition = {
  name: 'PlatformReadOnly',
  description: 'Sees settings, logs and alarms of the platform, no data, and changes nothing',
  session: 'PT8H',
  managedPolicies: [
    {
      name: 'job-function/ViewOnlyAccess',
      reason: 'lists and describes across services without reading what is in them; AWS adds new services',
    },
  ],
  inlinePolicy: policyDocument([...LOGS, ...clusterInsight(), ...airflowAccess('Viewer')]),
};
