import { problemsOfAccount } from '../environment-folder';

const alerts = (actual: string, forecast: string) =>
  problemsOfAccount(`budget: { alerts: { actualPercent: [${actual}], forecastPercent: [${forecast}] } }`);

describe('alerts of a budget', () => {
  it('may be ten, and of the same percent when they are of different kinds', () => {
    expect(alerts('10, 20, 30, 40, 50', '10, 20, 30, 40, 50')).toEqual([]);
  });

  it('fail when they are more than AWS allows', () => {
    expect(alerts('10, 20, 30, 40, 50, 60', '10, 20, 30, 40, 50')).toEqual([
      'environments/two.yaml:6:13  account.budget.alerts: expected at most 10 alerts in actualPercent and forecastPercent together, found 11; AWS allows no more for a budget',
    ]);
  });

  it('fail when one is there twice', () => {
    expect(alerts('80, 100, 80', '100')).toEqual([
      expect.stringMatching(
        /account\.budget\.alerts\.actualPercent\[2\]: 80 is listed already; remove one of the two$/,
      ),
    ]);
  });

  it.each(['0', '1.5', '1000001'])('fail for %s percent', (percent) => {
    expect(alerts(percent, '100')).toEqual([expect.stringMatching(/actualPercent\[0\]: /)]);
  });
});
