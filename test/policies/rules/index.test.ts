import { readdirSync } from 'node:fs';
import { POLICY_SCOPE, POLICY_TOPICS } from '../../support/policy-scope';
import { policyWaivers } from '../../support/policy-waivers';

const inScope = POLICY_SCOPE.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index),
);

it('every rule in scope belongs to one topic', () => {
  const numbers = Object.values(POLICY_TOPICS).flat() as number[];
  expect(numbers.sort((a, b) => a - b)).toEqual(inScope);
});

it('every topic has a file, and every file a topic', () => {
  const files = readdirSync(__dirname).filter((file) => file !== 'index.test.ts');
  expect(files.sort()).toEqual(
    Object.keys(POLICY_TOPICS)
      .map((topic) => `${topic}.test.ts`)
      .sort(),
  );
});

describe('the page of waivers', () => {
  const waivers = policyWaivers();

  it('has waivers, in the order of their rules', () => {
    const rows = waivers.map(({ row }) => row);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });

  it.each(waivers.map((waiver) => [waiver.row, waiver] as const))(
    'says for rule %i what it is about, why, and what stands instead',
    (row, { ids, patterns, reason, instead }) => {
      expect(inScope).toContain(row);
      for (const text of [...ids, ...patterns, reason, instead]) expect(text).not.toBe('');
      for (const list of [ids, patterns]) expect(list.length).toBeGreaterThan(0);
    },
  );
});
