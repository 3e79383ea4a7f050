import { OrganizationsOrganizationalUnit } from '@cdktf/provider-aws/lib/organizations-organizational-unit';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface OrganizationalUnitsProps {
  /** Provider with credentials of the management account. */
  readonly provider: TerraformProvider;
  /** Id of the organization's root. */
  readonly rootId: string;
  /** Paths below the root, such as `workloads/production`; units above a path are made as well. */
  readonly paths: readonly string[];
}

/** Organizational units from a list of paths. The path is the construct id, so renaming a unit replaces it. */
export class OrganizationalUnits extends Construct {
  constructor(scope: Construct, id: string, props: OrganizationalUnitsProps) {
    super(scope, id);
    const idByPath = new Map<string, string>();

    for (const path of withAncestors(props.paths)) {
      const cut = path.lastIndexOf('/');
      const unit = new OrganizationsOrganizationalUnit(this, path, {
        provider: props.provider,
        name: path.slice(cut + 1),
        parentId: cut < 0 ? props.rootId : (idByPath.get(path.slice(0, cut)) ?? props.rootId),
      });
      idByPath.set(path, unit.id);
    }
  }
}

/** Every path and all paths above it, each once, parents first. */
function withAncestors(paths: readonly string[]): string[] {
  const all = paths.flatMap((path) => {
    const names = path.split('/');
    return names.map((_, depth) => names.slice(0, depth + 1).join('/'));
  });
  return [...new Set(all)].sort();
}
