import { problemsOfStage } from '../lake-stage';

const prefixes = (count: number, zone: string, prefix: string) =>
  `[${Array.from({ length: count }, (_, index) => `{ zone: ${zone}, prefix: ${prefix}${index}/ }`).join(', ')}]`;

const withJob = (reads: number, writes: number, prefix = 'events/orders') =>
  problemsOfStage(
    'emr:',
    '  stepRoles:',
    '    orders:',
    `      reads: ${prefixes(reads, 'raw', prefix)}`,
    `      writes: ${prefixes(writes, 'curated', prefix)}`,
  );

const problem = (reads: number, writes: number, length: number) =>
  `environments/two.yaml:10:5  emr.stepRoles.orders: expected prefixes that fit into the 10240 characters which IAM allows a role, found ${reads} to read and ${writes} to write, which need about ${length}; list a prefix that holds several of them, or let orders be two jobs`;

describe('the prefixes of a job', () => {
  it.each([
    [40, 0],
    [0, 22],
    [20, 11],
  ])('may be %i to read and %i to write', (reads, writes) => {
    expect(withJob(reads, writes)).toEqual([]);
  });

  it.each([
    [60, 0, 12750],
    [0, 30, 12370],
    [40, 20, 15330],
  ])('fails when they are %i to read and %i to write', (reads, writes, length) => {
    expect(withJob(reads, writes)).toEqual([problem(reads, writes, length)]);
  });

  it('fails earlier the longer they are', () => {
    expect(withJob(4, 0, 'x'.repeat(500))).toEqual([problem(4, 0, 12502)]);
  });
});
