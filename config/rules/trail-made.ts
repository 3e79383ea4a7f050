import type { OrganizationConfig } from '../schema/organization';
import type { Subject } from '../subject';

/** Whether the trail of the organization is made here, as `auditServices` decides; undefined where values are unreadable. */
export function trailMade(organization: Subject<OrganizationConfig>): boolean | undefined {
  const { audit, organization: settings } = organization.config;
  if (!audit || settings?.managed === undefined) return undefined;
  if (audit.trail === undefined && organization.gives('audit', 'trail')) return undefined;
  return audit.trail ?? (settings.managed && settings.controlTower !== true);
}
