import { resourcesOf, type TerraformJson } from '../support/terraform-json';
import { everyOne, shippedNames, stacks, stageNames, stages } from './promised-stages';

describe('encryption and retention', () => {
  it('encrypts every log group with a key of the stage and keeps it for a limited time', () => {
    for (const group of everyOne('aws_cloudwatch_log_group')) {
      expect(group['kms_key_id']).toMatch(/^\$\{aws_kms_key\./);
      expect(group['retention_in_days']).toBeGreaterThan(0);
    }
  });

  it('lets logs of clusters expire, and neither the certificates nor the code beside them', () => {
    for (const json of stages) {
      const [, artifacts] =
        Object.entries(json.resource?.['aws_s3_bucket_lifecycle_configuration'] ?? {}).find(([name]) =>
          name.startsWith('lake_artifacts_'),
        ) ?? [];
      const rules = artifacts?.['rule'] as { filter: object[]; expiration: { days?: number }[] }[];
      const expiring = rules.filter(({ expiration }) => expiration.some(({ days }) => days !== undefined));
      expect(expiring.map(({ filter, expiration }) => [filter, expiration])).toEqual([
        [[{ prefix: 'emr-logs/' }], [{ days: 90 }]],
      ]);
    }
  });

  it('encrypts every topic with a key of the stage', () => {
    for (const topic of everyOne('aws_sns_topic'))
      expect(topic['kms_master_key_id']).toMatch(/^\$\{aws_kms_key\./);
  });

  it('rotates every key', () => {
    for (const key of everyOne('aws_kms_key')) expect(key['enable_key_rotation']).toBe(true);
  });
});

describe('the network', () => {
  it('opens no security group to the world', () => {
    for (const rule of everyOne('aws_vpc_security_group_ingress_rule')) {
      expect(rule['cidr_ipv4'] ?? '10.').toMatch(/^10\./);
      expect(rule['cidr_ipv6']).toBeUndefined();
      expect(rule['prefix_list_id']).toBeUndefined();
    }
  });

  it('keeps rules out of security groups, where they would fight with rule resources', () => {
    for (const group of everyOne('aws_security_group', 'aws_default_security_group')) {
      expect(group).not.toHaveProperty('ingress');
      expect(group).not.toHaveProperty('egress');
    }
    for (const json of stages) expect(resourcesOf(json, 'aws_security_group_rule')).toEqual([]);
  });

  it('has a default security group without rules in every VPC', () => {
    for (const json of stages) expect(resourcesOf(json, 'aws_default_security_group')).toHaveLength(1);
  });

  it('has no public address but those of NAT gateways', () => {
    expect(everyOne('aws_eip')).toHaveLength(everyOne('aws_nat_gateway').length);
    for (const json of stages) {
      const used = resourcesOf(json, 'aws_nat_gateway').map((gateway) => gateway['allocation_id']);
      const addresses = Object.keys(json.resource?.['aws_eip'] ?? {}).map((name) => `\${aws_eip.${name}.id}`);
      expect(addresses.sort()).toEqual(used.sort());
    }
    for (const subnet of everyOne('aws_subnet')) expect(subnet['map_public_ip_on_launch']).toBe(false);
  });

  it('records the traffic of every VPC', () => {
    for (const json of stages) {
      expect(resourcesOf(json, 'aws_vpc')).toHaveLength(1);
      expect(resourcesOf(json, 'aws_flow_log')).toHaveLength(1);
    }
  });

  it('reaches every service that MWAA needs where there is no way out', () => {
    const services = resourcesOf(stacks['isolated'] ?? {}, 'aws_vpc_endpoint').map(
      ({ service_name }) => service_name,
    );
    const needed = ['airflow.api', 'airflow.env', 'airflow.ops', 'kms', 'logs', 'monitoring', 's3', 'sqs'];
    expect(services).toEqual(expect.arrayContaining(needed.map((name) => `com.amazonaws.eu-west-1.${name}`)));
  });
});

describe('alarms', () => {
  it('tell the topic of the stage when they are raised and when they are over', () => {
    for (const alarm of everyOne('aws_cloudwatch_metric_alarm')) {
      const topics = [expect.stringMatching(/^\$\{aws_sns_topic\./)];
      expect(alarm).toMatchObject({ alarm_actions: topics, ok_actions: topics });
    }
  });

  it('watch every long-running cluster, work group and NAT gateway', () => {
    const referred = (json: TerraformJson) =>
      JSON.stringify(resourcesOf(json, 'aws_cloudwatch_metric_alarm'));
    for (const json of stages) {
      const watched = referred(json);
      for (const type of ['aws_emr_cluster', 'aws_nat_gateway'])
        for (const name of Object.keys(json.resource?.[type] ?? {}))
          expect(watched).toContain(`${type}.${name}.id`);
      for (const { name } of resourcesOf(json, 'aws_athena_workgroup'))
        expect(watched).toContain(`"WorkGroup":"${String(name)}"`);
    }
  });
});

describe('stages', () => {
  it('differ only in count and size: the same resource types everywhere', () => {
    const [first, ...others] = shippedNames.map((name) => Object.keys(stacks[name]?.resource ?? {}).sort());
    expect(first?.length).toBeGreaterThan(10);
    for (const types of others) expect(types).toEqual(first);
  });

  it('cannot lose what holds data unless the file says that they are disposable', () => {
    const isProtected = (name: string) =>
      ['aws_kms_key', 'aws_s3_bucket']
        .flatMap((type) => resourcesOf(stacks[name] ?? {}, type))
        .map(
          (key) => (key['lifecycle'] as { prevent_destroy?: boolean } | undefined)?.prevent_destroy ?? false,
        );
    expect(shippedNames.map((name) => new Set(isProtected(name)))).toEqual([
      new Set([false]),
      new Set([true]),
      new Set([true]),
    ]);
  });

  it('have a budget each, of which somebody is told before it is spent', () => {
    for (const name of stageNames) {
      const [budget, ...more] = resourcesOf(stacks[`${name}-account`] ?? {}, 'aws_budgets_budget');
      expect(more).toEqual([]);
      const alerts = budget?.['notification'] as {
        notification_type: string;
        subscriber_email_addresses: string[];
      }[];
      expect(alerts.map((alert) => alert.notification_type)).toContain('FORECASTED');
      for (const alert of alerts) expect(alert.subscriber_email_addresses).not.toEqual([]);
    }
  });

  it('never lose their account', () => {
    for (const name of stageNames) {
      const accounts = resourcesOf(stacks[`${name}-account`] ?? {}, 'aws_organizations_account');
      expect(accounts).toEqual([
        expect.objectContaining({
          lifecycle: expect.objectContaining({ prevent_destroy: true }) as unknown,
          close_on_deletion: false,
        }),
      ]);
    }
  });

  it('refuse credentials of any other account', () => {
    for (const json of Object.values(stacks)) {
      for (const provider of json.provider?.['aws'] ?? [])
        expect(provider['allowed_account_ids']).toHaveLength(1);
    }
  });
});
