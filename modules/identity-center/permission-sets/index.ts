import type { PermissionSetDefinition } from '../permission-set-definition';
import { AIRFLOW_OPERATOR } from './airflow-operator';
import { AIRFLOW_VIEWER } from './airflow-viewer';
import { BILLING } from './billing';
import { BREAK_GLASS } from './break-glass';
import { DATA_ANALYST } from './data-analyst';
import { dataEngineer, type DataEngineerProps } from './data-engineer';
import { PLATFORM_ADMINISTRATOR } from './platform-administrator';
import { PLATFORM_READ_ONLY } from './platform-read-only';

export interface ShippedPermissionSetsProps {
  readonly dataEngineer: DataEngineerProps;
}

/** The permission sets that fit this platform, from the most to the least mighty in daily use; BreakGlass is for no day. */
export function shippedPermissionSets(props: ShippedPermissionSetsProps): PermissionSetDefinition[] {
  return [
    PLATFORM_ADMINISTRATOR,
    PLATFORM_READ_ONLY,
    dataEngineer(props.dataEngineer),
    AIRFLOW_OPERATOR,
    AIRFLOW_VIEWER,
    DATA_ANALYST,
    BILLING,
    BREAK_GLASS,
  ];
}
