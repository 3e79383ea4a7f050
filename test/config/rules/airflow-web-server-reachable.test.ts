import { airflowStageOf } from '../airflow-stage';
import { type Files, problemsWith } from '../environment-folder';

/** The stage without NAT gateways, which moves its Airflow down by two lines. */
function withoutNat(stage: Files): Files {
  const network = '  natGateways: none\n  endpoints: { interface: [mwaa, dags] }\nairflow:';
  return { 'two.yaml': stage['two.yaml']?.replace('airflow:', network) ?? null };
}

describe('the web server of Airflow 3', () => {
  it('may be public where there are NAT gateways', () => {
    expect(problemsWith(airflowStageOf('3.0.6'))).toEqual([]);
  });

  it('may be private where there are none', () => {
    expect(problemsWith(withoutNat(airflowStageOf('3.0.6', 'webServerAccess: PRIVATE_ONLY')))).toEqual([]);
  });

  it('fails when tasks cannot reach it', () => {
    expect(problemsWith(withoutNat(airflowStageOf('3.0.6', 'webServerAccess: PUBLIC_ONLY')))).toEqual([
      'environments/two.yaml:13:22  airflow.main.webServerAccess: without NAT gateways the tasks of Airflow 3 cannot reach a web server on the internet, and every one fails; write PRIVATE_ONLY, or network.natGateways: single',
    ]);
  });

  it('fails at the NAT gateways when its access is left out', () => {
    expect(problemsWith(withoutNat(airflowStageOf('3.0.6')))).toEqual([
      expect.stringMatching(
        /^environments\/two\.yaml:8:16 {2}network\.natGateways: without NAT gateways the tasks/,
      ),
    ]);
  });

  it('may be out of reach for tasks of Airflow 2, which do not call it', () => {
    expect(problemsWith(withoutNat(airflowStageOf('2.11.2')))).toEqual([]);
  });

  it('fails for an access that the AWS provider of this project does not have', () => {
    expect(problemsWith(airflowStageOf('3.2.1', 'webServerAccess: PUBLIC_AND_PRIVATE'))).toEqual([
      'environments/two.yaml:11:22  airflow.main.webServerAccess: expected PUBLIC_ONLY or PRIVATE_ONLY, found "PUBLIC_AND_PRIVATE"; PUBLIC_AND_PRIVATE needs a newer AWS provider than the one this project is built on (hashicorp/terraform-provider-aws#48835)',
    ]);
  });
});
