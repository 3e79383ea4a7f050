import type { DeployedPlatform } from '../../../cli/demo/read-platform';

/** What is read back of an account in which nothing of the platform is left. */
export const EMPTY_PLATFORM: DeployedPlatform = {
  buckets: [],
  tables: [],
  workGroups: [],
  clusters: [],
  stepRoles: [],
  airflow: [],
  alarms: 0,
  dashboards: [],
};
