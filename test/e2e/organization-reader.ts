import {
  DescribePolicyCommand,
  ListOrganizationalUnitsForParentCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
  type OrganizationsClient,
  type PolicySummary,
  type PolicyType,
} from '@aws-sdk/client-organizations';

/** What an independent client sees of units and policies. */
export class OrganizationReader {
  constructor(private readonly organizations: OrganizationsClient) {}

  async rootId(): Promise<string> {
    const { Roots = [] } = await this.organizations.send(new ListRootsCommand({}));
    return Roots[0]?.Id ?? '';
  }

  /** Ids of all units, by path. */
  async units(): Promise<Map<string, string>> {
    return this.unitsBelow(await this.rootId(), '');
  }

  /** Names of the policies of the root and of each unit, by path. */
  async attached(Filter: PolicyType): Promise<Record<string, string[]>> {
    const targets = [['root', await this.rootId()] as const, ...(await this.units())];
    const named = await Promise.all(
      targets.map(async ([path, id]) => {
        const policies = await this.policiesOf(id, Filter);
        return [path, policies.map(({ Name = '' }) => Name).sort()] as const;
      }),
    );
    return Object.fromEntries(named);
  }

  /** The text of the policy of a name that hangs on a unit or on the root. */
  async textOf(name: string, Filter: PolicyType, path: string): Promise<string> {
    const target = (await this.units()).get(path) ?? (await this.rootId());
    const policies = await this.policiesOf(target, Filter);
    const PolicyId = policies.find((policy) => policy.Name === name)?.Id;
    const { Policy } = await this.organizations.send(new DescribePolicyCommand({ PolicyId }));
    return Policy?.Content ?? '';
  }

  private async unitsBelow(parent: string, above: string): Promise<Map<string, string>> {
    const { OrganizationalUnits = [] } = await this.organizations.send(
      new ListOrganizationalUnitsForParentCommand({ ParentId: parent }),
    );
    const found = new Map<string, string>();
    for (const { Id = '', Name = '' } of OrganizationalUnits) {
      found.set(above + Name, Id);
      for (const [path, id] of await this.unitsBelow(Id, `${above}${Name}/`)) found.set(path, id);
    }
    return found;
  }

  private async policiesOf(target: string, Filter: PolicyType): Promise<PolicySummary[]> {
    const { Policies = [] } = await this.organizations.send(
      new ListPoliciesForTargetCommand({ TargetId: target, Filter }),
    );
    return Policies;
  }
}
