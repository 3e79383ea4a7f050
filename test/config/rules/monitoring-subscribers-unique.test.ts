import { problemsOfNetwork } from '../environment-folder';

describe('addresses that are told of alarms', () => {
  it('may be several', () => {
    expect(problemsOfNetwork('monitoring: { subscribers: [a@acme.io, b@acme.io] }')).toEqual([]);
  });

  it('fails when one is there twice, in whatever case', () => {
    expect(problemsOfNetwork('monitoring: { subscribers: [a@acme.io, b@acme.io, A@acme.io] }')).toEqual([
      'environments/two.yaml:8:51  monitoring.subscribers[2]: "a@acme.io" is listed already, in which upper and lower case are the same; remove one of the two',
    ]);
  });
});
