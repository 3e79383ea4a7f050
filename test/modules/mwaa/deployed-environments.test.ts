import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { DeployedEnvironments } from '../../../modules/mwaa/deployed-environments';
import { synthModule } from '../../support/synth';
import { resourcesOf } from '../../support/terraform-json';

const wanted = { main: ['2.11.2', true], next: ['3.0.6', false] } as const;
const json = synthModule((stack, provider) => {
  const after = new SsmParameter(stack, 'environment', { provider, name: 'any', type: 'String' });
  new DeployedEnvironments(stack, 'airflow-environments', {
    provider,
    path: '/landing-zone/test/airflow-environments',
    environments: Object.fromEntries(
      Object.entries(wanted).map(([name, [version, isProtected]]) => [name, { version, isProtected, after }]),
    ),
    removalRemedy: 'put it back',
    upgradeRemedy: 'follow the runbook',
  });
});
const records = resourcesOf(json, 'aws_ssm_parameter').filter(({ name }) => name !== 'any');

// What the conditions refuse is tested with Terraform itself: test/e2e/deployed-environments.test.ts.
describe('DeployedEnvironments', () => {
  it('records each version and whether it is protected, as the upgrade runbook writes it', () => {
    expect(records.map(({ name, insecure_value: value }) => [name, value])).toEqual([
      ['/landing-zone/test/airflow-environments/main', '{"version":"2.11.2","protected":true}'],
      ['/landing-zone/test/airflow-environments/next', '{"version":"3.0.6","protected":false}'],
    ]);
  });

  it('records an environment once it is there, and not before', () => {
    for (const record of records) {
      expect(record['depends_on']).toEqual([expect.stringMatching(/^aws_ssm_parameter\.environment/)]);
    }
  });

  it('reads records before anything is changed: with the plan, since it waits for nothing', () => {
    const [lookup] = Object.values(json.data?.['aws_ssm_parameters_by_path'] ?? {});
    expect(lookup).toMatchObject({ path: '/landing-zone/test/airflow-environments' });
    expect(lookup).not.toHaveProperty('depends_on');
    expect((lookup?.['lifecycle'] as { postcondition: unknown[] }).postcondition).toHaveLength(5);
  });
});
