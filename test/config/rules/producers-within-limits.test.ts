import { problemsOfStage } from '../lake-stage';

const producers = (count: number, principals: number) =>
  problemsOfStage(
    'lake:',
    '  producers:',
    ...Array.from(
      { length: count },
      (_, index) =>
        `    p${index}: { prefix: events/p${index}/, principals: [${Array(principals).fill("'arn:aws:iam::210987654321:role/kafka-connect'").join(', ')}] }`,
    ),
  );

describe('the number of producers', () => {
  it.each([
    [85, 1],
    [8, 40],
  ])('may be %i with %i roles each', (count, principals) => {
    expect(producers(count, principals)).toEqual([]);
  });

  it.each([
    [95, 1, 21595],
    [9, 45, 21547],
  ])('fails when it is %i with %i roles each', (count, principals, length) => {
    expect(producers(count, principals)).toEqual([
      `environments/two.yaml:9:3  lake.producers: expected producers whose rights fit into one bucket policy of 20480 bytes, found ${count} producers that need about ${length}; name an account instead of each of its roles, or let producers of one team share a prefix`,
    ]);
  });
});
