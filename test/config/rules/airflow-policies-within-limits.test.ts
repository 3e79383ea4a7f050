import { airflowStage } from '../airflow-stage';
import { problemsWith } from '../environment-folder';

const several = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join(', ');

const watching = (count: number, prefix = 'events/orders') =>
  problemsWith(
    airflowStage(`watches: [${several(count, (index) => `{ zone: raw, prefix: ${prefix}${index}/ }`)}]`),
  );

function querying(count: number): string[] {
  const group = (index: number) => `engineers-${index}`;
  const stage = airflowStage(`athena: { workGroups: [${several(count, group)}] }`)['two.yaml'] ?? '';
  const groups = several(count, (index) => `${group(index)}: {}`);
  return problemsWith({ 'two.yaml': `${stage}athena: { workGroups: { ${groups} } }\n` });
}

test('Airflow may watch and query as much as fits into its policies', () => {
  expect([watching(200), querying(20)]).toEqual([[], []]);
});

test('more prefixes than fit are refused before AWS does', () => {
  expect(watching(300)).toEqual([
    expect.stringMatching(
      /^environments\/two\.yaml:11:\d+ {2}airflow\.main\.watches: expected prefixes that fit into the 6144 characters which IAM allows a policy, found 300, which need about \d{4}; list a prefix that holds several of them$/,
    ),
  ]);
  expect(watching(20, 'x'.repeat(300))).toHaveLength(1);
});

test('more work groups than fit are refused before AWS does', () => {
  expect(querying(40)).toEqual([
    expect.stringMatching(
      /^environments\/two\.yaml:11:\d+ {2}airflow\.main\.athena\.workGroups: expected work groups that fit into the 6144 characters which IAM allows a policy, found 40, which need about \d{4}; list those that DAGs query in, or let several share one$/,
    ),
  ]);
});
