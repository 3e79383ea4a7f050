/** Names of the permission sets that this project brings; what they hold is in modules/identity-center/permission-sets. */
export const SHIPPED_PERMISSION_SETS = [
  'PlatformAdministrator',
  'PlatformReadOnly',
  'DataEngineer',
  'AirflowOperator',
  'AirflowViewer',
  'DataAnalyst',
  'Billing',
  'BreakGlass',
] as const;

/** Work groups that shipped permission sets name; their policies are the same in every account. */
export const WORK_GROUPS_OF_PERMISSION_SETS: Readonly<Record<string, string>> = {
  DataAnalyst: 'analysts',
  DataEngineer: 'engineers',
};
