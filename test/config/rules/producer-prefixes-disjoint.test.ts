import { problemsOfStage } from '../lake-stage';

const withProducers = (orders: string, clicks: string) =>
  problemsOfStage(
    'lake:',
    '  producers:',
    `    orders: { prefix: ${orders}, principals: ['arn:aws:iam::210987654321:role/orders'] }`,
    `    clicks: { prefix: ${clicks}, principals: ['arn:aws:iam::210987654321:role/clicks'] }`,
  );

const fix = 'each producer has a prefix of its own, so that none can overwrite what another delivered';

describe('prefixes of producers', () => {
  it('may stand side by side', () => {
    expect(withProducers('events/orders/', 'events/orders-eu/')).toEqual([]);
  });

  it.each([
    ['the same', 'events/', 'events/', 'events/ is the prefix of'],
    ['inside another', 'events/', 'events/clicks/', 'events/clicks/ lies in events/ of'],
    ['around another', 'events/orders/', 'events/', 'events/ holds events/orders/ of'],
  ])('fails for one that is %s', (_, orders, clicks, clash) => {
    expect(withProducers(orders, clicks)).toEqual([
      `environments/two.yaml:11:23  lake.producers.clicks.prefix: ${clash} producer orders (environments/two.yaml:10:23); ${fix}`,
    ]);
  });
});
