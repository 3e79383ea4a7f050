import { airflowStage } from '../airflow-stage';
import { type Files, problemsOfNetwork, problemsWith, stageFile } from '../environment-folder';

const WORK_GROUPS = 'athena:\n  workGroups:\n    engineers: { maxScannedBytes: 10485760 }\n';

/** A stage with Airflow and without NAT, that has these interface endpoints. */
function isolated(list: string, ...lines: string[]): Files {
  const network = `  natGateways: none\n  endpoints: { interface: ${list} }\nairflow:`;
  const text = airflowStage('webServerAccess: PRIVATE_ONLY', ...lines)['two.yaml'] ?? '';
  return { 'two.yaml': text.replace('airflow:', network) };
}

const AT = 'environments/two.yaml:8:16  network.natGateways: without NAT gateways';

describe('a VPC without NAT', () => {
  it('needs no endpoint for what the stage does not have', () => {
    expect(problemsOfNetwork('  natGateways: none', '  endpoints: { interface: [] }')).toEqual([]);
  });

  it.each([
    ['the sets mwaa and dags', '[mwaa, dags]'],
    [
      'their services one by one',
      '[airflow.api, airflow.env, airflow.ops, ecr.api, ecr.dkr, kms, logs, monitoring, sqs, secretsmanager, ssm]',
    ],
  ])('may have Airflow with %s', (_, list) => {
    expect(problemsWith(isolated(list))).toEqual([]);
  });

  it('fails without some service that MWAA calls', () => {
    expect(problemsWith(isolated('[dags, emr, ecr.api, ecr.dkr]'))).toEqual([
      `${AT} MWAA has no way to airflow.api, airflow.env, airflow.ops, monitoring, sqs; add mwaa to network.endpoints.interface, or write natGateways: single`,
    ]);
  });

  it('fails without what Airflow itself calls', () => {
    expect(problemsWith(isolated('[mwaa, ssm]'))).toEqual([
      `${AT} the secrets backend of Airflow and DAGs have no way to secretsmanager; add dags to network.endpoints.interface, or write natGateways: single`,
    ]);
  });

  it('fails without Athena where DAGs query in a work group', () => {
    const files = isolated('[mwaa, dags]', 'athena: { workGroups: [engineers] }');
    expect(problemsWith({ 'two.yaml': `${files['two.yaml'] ?? ''}${WORK_GROUPS}` })).toEqual([
      `${AT} DAGs that query in Athena have no way to athena, glue; add queries to network.endpoints.interface, or write natGateways: single`,
    ]);
  });

  it('fails without EMR where there are step roles', () => {
    const files = isolated('[mwaa, dags]');
    const emr = 'emr:\n  stepRoles:\n    events: {}\n';
    expect(problemsWith({ 'two.yaml': `${files['two.yaml'] ?? ''}${emr}` })).toContain(
      `${AT} EMR clusters, their steps and whoever starts them have no way to elasticmapreduce, glue, sts; add emr to network.endpoints.interface, or write natGateways: single`,
    );
  });

  it('fails without Systems Manager where people open a shell on nodes', () => {
    const files = isolated('[mwaa, dags, emr]');
    const emr = (shellAccess: boolean) =>
      `emr:\n  shellAccess: ${shellAccess}\n  stepRoles:\n    events: {}\n`;
    const withShell = (shellAccess: boolean) =>
      problemsWith({ 'two.yaml': `${files['two.yaml'] ?? ''}${emr(shellAccess)}` });
    expect(withShell(false)).toEqual([]);
    expect(withShell(true)).toEqual([
      `${AT} the agents that open a shell on EMR nodes have no way to ec2messages, ssmmessages; add shell to network.endpoints.interface, or write natGateways: single`,
    ]);
  });

  it('fails in the file of the stage whose own list lacks the set', () => {
    const airflow = 'airflow:\n  main: { version: 2.11.2, webServerAccess: PRIVATE_ONLY }\n';
    const problems = problemsWith({
      'defaults.yaml': `region: eu-west-1\nnetwork: { natGateways: none, endpoints: { interface: [mwaa, dags] } }\n${airflow}`,
      'two.yaml': stageFile('two', '10.2.0.0/16', '  endpoints: { interface: [dags] }'),
    });
    expect(problems).toEqual([
      expect.stringMatching(/^environments\/two\.yaml:8:27 {2}network\.endpoints\.interface: /),
    ]);
  });

  it('fails once in defaults.yaml when all stages take it from there', () => {
    const airflow = 'airflow:\n  main: { version: 2.11.2, webServerAccess: PRIVATE_ONLY }\n';
    const network = 'network: { natGateways: none, endpoints: { interface: [dags] } }\n';
    expect(problemsWith({ 'defaults.yaml': `region: eu-west-1\n${network}${airflow}` })).toEqual([
      expect.stringMatching(/^environments\/defaults\.yaml:2:25 /),
    ]);
  });
});
