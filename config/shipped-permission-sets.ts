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
