import { addresses, type TerraformJson } from './terraform-json';
import { POLICY_TOPICS, type PolicyTopic } from './policy-scope';
import { policyStacks, type PolicyStack, stackToBreak, type Surroundings } from './policy-stacks';
import { isWaived, policyWaivers } from './policy-waivers';

/** Changes a stack so that it breaks a rule, and says what the check must then find besides before. */
type Breach = (json: TerraformJson, surroundings: Surroundings) => string | string[];

/** One rule of public catalogues as a check of synthesised Terraform. */
export interface PolicyRow {
  /** Number of the rule; stays when others come and go. */
  readonly row: number;
  /** What holds, as a statement. */
  readonly title: string;
  /** What other catalogues call it; `own` where none has it. */
  readonly ids: readonly string[];
  /** Addresses in one stack that break the rule; a type alone where a resource of it is missing. */
  readonly check: (json: TerraformJson, surroundings: Surroundings) => string[] | Promise<string[]>;
  /** A breach, or one of each part of a rule that asks for several things. */
  readonly breakIt: Breach | readonly [Breach, ...Breach[]];
}

/** Tests for each rule of a topic: it holds but for written waivers, and each breach would be found. */
export function describeRows(topic: PolicyTopic, rows: readonly PolicyRow[]): void {
  const stacks = policyStacks();
  const toBreak = stackToBreak(stacks);

  it(`checks all rules on ${topic}`, () => {
    expect(rows.map(({ row }) => row)).toEqual([...POLICY_TOPICS[topic]]);
  });

  describe.each(rows.map((row): [string, PolicyRow] => [titleOf(row), row]))('%s', (_, row) => {
    const waivers = policyWaivers().filter((waiver) => waiver.row === row.row);

    it(waivers.length === 0 ? 'holds' : 'holds where it is not waived, and not where it is', async () => {
      const found = await foundIn(row, stacks);
      expect(found.filter((address) => !waivers.some((waiver) => isWaived(waiver, address)))).toEqual([]);

      const everywhere = new Set(stacks.flatMap(({ json }) => addresses(json)));
      for (const waiver of waivers) {
        expect(row.ids).toEqual(expect.arrayContaining([...waiver.ids]));
        expect(found.some((address) => isWaived(waiver, address))).toBe(true);
        const covered = [...everywhere].filter((address) => isWaived(waiver, address));
        expect(covered.filter((address) => !found.includes(address))).toEqual([]);
      }
    });

    it.each([row.breakIt].flat().map((breach, index) => [index + 1, breach] as const))(
      'is found when it is broken (%i)',
      async (_, breach) => {
        const json = structuredClone(toBreak.json);
        const before = await row.check(json, toBreak.surroundings);
        const expected = [breach(json, toBreak.surroundings)].flat();
        const after = await row.check(json, toBreak.surroundings);
        expect(expected).not.toEqual([]);
        expect(after.filter((address) => !before.includes(address)).sort()).toEqual(expected.sort());
      },
    );
  });
}

async function foundIn(row: PolicyRow, stacks: readonly PolicyStack[]): Promise<string[]> {
  const found = await Promise.all(
    stacks.map(async ({ json, surroundings }) => await row.check(json, surroundings)),
  );
  return [...new Set(found.flat())].sort();
}

const titleOf = ({ row, title, ids }: PolicyRow): string => `${row} ${title} (${ids.join(', ')})`;
