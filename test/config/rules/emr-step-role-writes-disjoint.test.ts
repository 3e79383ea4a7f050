import { problemsWith, stageFile } from '../environment-folder';

const writing = (...writes: [role: string, zone: string, prefix: string][]) =>
  problemsWith({
    'two.yaml': stageFile(
      'two',
      '10.2.0.0/16',
      'emr:',
      '  stepRoles:',
      ...writes.map(
        ([role, zone, prefix]) => `    ${role}: { writes: [{ zone: ${zone}, prefix: ${prefix} }] }`,
      ),
    ),
  });

describe('what step roles write', () => {
  it('may lie side by side, and under the same name in another zone', () => {
    expect(
      writing(['a', 'curated', 'orders/'], ['b', 'curated', 'orders-eu/'], ['c', 'raw', 'orders/']),
    ).toEqual([]);
  });

  it('fails when one writes inside what another writes', () => {
    expect(writing(['a', 'curated', 'orders/'], ['b', 'curated', 'orders/daily/'])).toEqual([
      "environments/two.yaml:11:19  emr.stepRoles.b.writes[0]: curated orders/daily/ overlaps curated orders/, which a writes (environments/two.yaml:10:19): each could delete the other's data; write to separate prefixes, or give both jobs one step role",
    ]);
  });

  it('fails when one writes around what another writes', () => {
    expect(writing(['a', 'curated', 'orders/daily/'], ['b', 'curated', 'orders/'])).toHaveLength(1);
  });

  it('fails for a database that no zone has', () => {
    const problems = problemsWith({
      'two.yaml': stageFile(
        'two',
        '10.2.0.0/16',
        'emr: { stepRoles: { a: { databases: { read: [sales] } } } }',
      ),
    });
    expect(problems).toEqual([
      expect.stringMatching(/emr\.stepRoles\.a\.databases\.read\[0\].*raw.*curated/),
    ]);
  });
});
