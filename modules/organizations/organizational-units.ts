import { OrganizationsOrganizationalUnit } from '@cdktf/provider-aws/lib/organizations-organizational-unit';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface OrganizationalUnitsProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** Id of the organization's root. */
  readonly rootId: string;
  /** Paths below the root, such as `workloads/production`, each after the one above it. */
  readonly paths: readonly string[];
  /**
   * Ids of units that exist already, by path: they are adopted into the state.
   *
   * @default - all are created
   */
  readonly existingIds?: Readonly<Record<string, string>>;
}

/** Organizational units from a list of paths. The path is the construct id, so renaming a unit replaces it. */
export class OrganizationalUnits extends Construct {
  /** Ids of the units, by path. */
  readonly idByPath: ReadonlyMap<string, string>;

  /** @throws Error when a path stands before the one above it. */
  constructor(scope: Construct, id: string, props: OrganizationalUnitsProps) {
    super(scope, id);
    const idByPath = new Map<string, string>();

    for (const path of props.paths) {
      const cut = path.lastIndexOf('/');
      const parentId = cut < 0 ? props.rootId : idByPath.get(path.slice(0, cut));
      if (parentId === undefined) throw new Error(`unit ${path} stands before the unit above it`);
      const unit = new OrganizationsOrganizationalUnit(this, path, {
        provider: props.provider,
        name: path.slice(cut + 1),
        parentId,
      });
      const existingId = props.existingIds?.[path];
      if (existingId !== undefined) unit.importFrom(existingId, props.provider);
      idByPath.set(path, unit.id);
    }
    this.idByPath = idByPath;
  }
}
