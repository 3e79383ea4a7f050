import { CORRECT, problemsWith, stageFile } from '../environment-folder';

const withPrincipal = (accountId: string, managementAccountId = '111122223333') =>
  problemsWith({
    'organization.yaml': CORRECT['organization.yaml']?.replace('111122223333', managementAccountId) ?? '',
    'two.yaml': stageFile(
      'two',
      '10.2.0.0/16',
      `lake: { producers: { kafka: { prefix: events/, principals: ['arn:aws:iam::${accountId}:role/kafka'] } } }`,
    ),
  });

describe('the account of a producer', () => {
  it('may be any real one', () => {
    expect(withPrincipal('210987654321')).toEqual([]);
  });

  it('may be the one of the documentation in the shipped example', () => {
    expect(withPrincipal('123456789012', '123456789012')).toEqual([]);
  });

  it('fails for the one of the documentation in an organization of your own', () => {
    expect(withPrincipal('123456789012')).toEqual([
      "environments/two.yaml:8:61  lake.producers.kafka.principals[0]: 123456789012 is the account of AWS's documentation, and AWS refuses policies that name roles which do not exist; write the ARN of your own role",
    ]);
  });
});
