import { problemsWith, stageFile } from '../environment-folder';

const withEndpoints = (list: string) => ({
  'two.yaml': `${stageFile('two', '10.2.0.0/16').trimEnd()}\n  endpoints: { interface: ${list} }\n`,
});

describe('names of interface endpoints', () => {
  it('may be sets and services', () => {
    expect(problemsWith(withEndpoints('[mwaa, emr, secretsmanager, ssm]'))).toEqual([]);
  });

  it('fails for a slip of the pen in the name of a set', () => {
    expect(problemsWith(withEndpoints('[mwa]'))).toEqual([
      expect.stringContaining('network.endpoints.interface[0]: mwa is no service that AWS has; write mwaa'),
    ]);
  });
});
