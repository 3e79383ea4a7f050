import { problemsOfNetwork, problemsWith, stageFile } from '../environment-folder';

describe('a VPC without NAT', () => {
  it.each([
    ['the mwaa set', '[mwaa]'],
    [
      'its services one by one',
      '[airflow.api, airflow.env, airflow.ops, ecr.api, ecr.dkr, kms, logs, monitoring, sqs]',
    ],
  ])('may have %s', (_, list) => {
    expect(problemsOfNetwork('  natGateways: none', `  endpoints: { interface: ${list} }`)).toEqual([]);
  });

  it('fails without some service that MWAA calls', () => {
    expect(
      problemsOfNetwork('  natGateways: none', '  endpoints: { interface: [emr, ecr.api, ecr.dkr] }'),
    ).toEqual([
      'environments/two.yaml:8:16  network.natGateways: without NAT gateways MWAA has no way to airflow.api, airflow.env, airflow.ops, monitoring, sqs; add mwaa to network.endpoints.interface, or write natGateways: single',
    ]);
  });

  it('fails once in defaults.yaml when all stages take it from there', () => {
    const files = { 'defaults.yaml': 'region: eu-west-1\nnetwork: { natGateways: none }\n' };
    expect(problemsWith(files)).toEqual([expect.stringMatching(/^environments\/defaults\.yaml:2:25 /)]);
  });

  it('fails in the file of the stage whose own list lacks the set', () => {
    const problems = problemsWith({
      'defaults.yaml':
        'region: eu-west-1\nnetwork: { natGateways: none, endpoints: { interface: [mwaa] } }\n',
      'two.yaml': stageFile('two', '10.2.0.0/16', '  endpoints: { interface: [emr] }'),
    });
    expect(problems).toEqual([
      expect.stringMatching(/^environments\/two\.yaml:8:27 {2}network\.endpoints\.interface: /),
    ]);
  });
});
