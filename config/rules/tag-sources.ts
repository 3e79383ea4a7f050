import type { EnvironmentConfig } from '../schema/environment';
import type { OrganizationConfig } from '../schema/organization';
import type { Path } from '../source/location';
import type { Subject } from '../subject';

/** A place that gives tags, with their keys. */
export interface TagSource {
  readonly subject: Subject<OrganizationConfig> | Subject<EnvironmentConfig>;
  readonly path: Path;
  readonly keys: readonly string[];
}

/** The tags of organization.yaml. */
export function organizationTags(organization: Subject<OrganizationConfig>): TagSource {
  const path: Path = ['tags'];
  return { subject: organization, path, keys: Object.keys(organization.config.tags ?? {}) };
}

/** The tags of a stage's resources, then those of its account. */
export function stageTags(stage: Subject<EnvironmentConfig>): TagSource[] {
  return [
    { subject: stage, path: ['tags'], keys: Object.keys(stage.config.tags ?? {}) },
    { subject: stage, path: ['account', 'tags'], keys: Object.keys(stage.config.account?.tags ?? {}) },
  ];
}
