import { fixtureConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';
import {
  type Attributes,
  onlyResource,
  type RenderedStatement,
  resourcesOf,
  statements,
  type TerraformJson,
} from '../support/terraform-json';
import { vpnConfig } from '../support/vpn';

const stacks = parsedLandingZone(fixtureConfig());
/** Stages as shipped, which differ in count and size only. */
const shippedNames = ['sandbox', 'test', 'prod'];
/** Those, and one with everything that a stage can have, so that no promise is kept by having nothing to keep. */
const stageNames = [...shippedNames, 'isolated'];
const stages = stageNames.map((name) => stacks[name] ?? {});

/** All resources of some types in all stages; fails when there is none to look at. */
function everyOne(...types: string[]): Attributes[] {
  const found = stages.flatMap((json) => types.flatMap((type) => resourcesOf(json, type)));
  if (found.length === 0)
    throw new Error(`no stage has any ${types.join(' or ')}: the promise is not tested`);
  return found;
}

/** Attributes that hold a policy as JSON text, whatever the resource. */
function policies(json: TerraformJson): RenderedStatement[] {
  const all = Object.values(json.resource ?? {}).flatMap((byName) => Object.values(byName));
  return all.flatMap((attributes) =>
    ['policy', 'assume_role_policy', 'inline_policy']
      .filter((name) => typeof attributes[name] === 'string' && String(attributes[name]).startsWith('{'))
      .flatMap((name) => statements(attributes[name])),
  );
}

const asList = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat();

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

/**
 * Actions for which AWS offers no resource level, so that `*` is all one can write.
 *
 * Source: "Actions, resources, and condition keys for AWS services", the pages of Session Manager Message Gateway,
 * EMR, S3, CloudWatch, CloudWatch Logs and Secrets Manager
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 * DescribeLogGroups has a resource, but MWAA lists all groups to find its own: "Amazon MWAA execution role"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html).
 */
const ACTIONS_WITHOUT_RESOURCES = [
  /^airflow:ListEnvironments$/,
  /^athena:List(?:DataCatalogs|EngineVersions|WorkGroups)$/,
  /^ssmmessages:/,
  /^elasticmapreduce:(?:ListClusters|RunJobFlow)$/,
  /^s3:GetAccountPublicAccessBlock$/,
  /^logs:DescribeLogGroups$/,
  /^cloudwatch:PutMetricData$/,
  /^secretsmanager:ListSecrets$/,
];

describe('permissions', () => {
  const all = Object.values(stacks).flatMap(policies);

  it('finds policies to look at', () => {
    expect(all.length).toBeGreaterThan(0);
  });

  it('allows no action called *', () => {
    expect(all.filter((statement) => asList(statement.Action).includes('*'))).toEqual([]);
  });

  it('allows every resource only in key policies, where * is the key itself, and for actions without resources', () => {
    const isWithoutResources = (action: string) =>
      ACTIONS_WITHOUT_RESOURCES.some((known) => known.test(action));
    const wide = all.filter(({ Effect, Resource }) => Effect === 'Allow' && asList(Resource).includes('*'));
    const inKeyPolicies = wide.filter(({ Principal }) => Principal !== undefined);
    expect(
      inKeyPolicies.flatMap(({ Action }) => asList(Action)).filter((action) => !action.startsWith('kms:')),
    ).toEqual([]);
    const others = wide.filter(({ Principal }) => Principal === undefined);
    expect(
      others.flatMap(({ Action }) => asList(Action)).filter((action) => !isWithoutResources(action)),
    ).toEqual([]);
  });

  it('lets nobody publish to a topic but a service, for its own account', () => {
    const topics = everyOne('aws_sns_topic_policy').flatMap(({ policy }) => statements(policy));
    const allowed = topics.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.length).toBeGreaterThan(0);
    for (const { Principal, Condition } of allowed) {
      expect(Object.keys(Principal ?? {})).toEqual(['Service']);
      expect(Condition?.['StringEquals']).toHaveProperty(['aws:SourceAccount']);
    }
  });

  it('gives every topic a policy', () => {
    for (const json of stages) {
      expect(resourcesOf(json, 'aws_sns_topic_policy')).toHaveLength(
        resourcesOf(json, 'aws_sns_topic').length,
      );
    }
  });

  it('names a statement, so that AWS and a reviewer can point at it', () => {
    for (const statement of all) expect(statement.Sid).toMatch(/^[A-Za-z0-9]+$/);
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

describe('a developer on the VPN', () => {
  const json = parsedLandingZone(vpnConfig())['sandbox'] ?? {};
  const endpoint = onlyResource(json, 'aws_ec2_client_vpn_endpoint');
  const [ownGroup] = endpoint['security_group_ids'] as [string];
  const ingress = resourcesOf(json, 'aws_vpc_security_group_ingress_rule');
  const egress = resourcesOf(json, 'aws_vpc_security_group_egress_rule');
  const allGroups = Object.keys(json.resource?.['aws_security_group'] ?? {}).map(
    (name) => `\${aws_security_group.${name}.id}`,
  );

  /** Whether a rule lets TCP to a port pass between a group and something in the VPC, whose range starts with 10. */
  const passes = (rule: Attributes, port: number, other: string) =>
    (rule['ip_protocol'] === '-1' || (rule['ip_protocol'] === 'tcp' && within(rule, port))) &&
    (rule['referenced_security_group_id'] === other || rule['cidr_ipv4'] !== undefined);
  const within = (rule: Attributes, port: number) =>
    Number(rule['from_port']) <= port && port <= Number(rule['to_port']);
  const of = (rules: Attributes[], group: string) =>
    rules.filter((rule) => rule['security_group_id'] === group);

  it('reaches the web interfaces of EMR and nothing else', () => {
    const reached = allGroups.flatMap((group) =>
      Array.from({ length: 65_536 }, (_, port) => port)
        .filter((port) => of(egress, ownGroup).some((rule) => passes(rule, port, group)))
        .filter((port) => of(ingress, group).some((rule) => passes(rule, port, ownGroup)))
        .map((port) => `${/security-groups_(\w+)_/.exec(group)?.[1] ?? group} ${port}`),
    );
    expect(reached.sort()).toEqual(
      [
        ...[8088, 8090, 9870, 9871, 10002, 18080, 18480, 19888, 19890, 20888].map(
          (port) => `primary ${port}`,
        ),
        ...[8042, 8044, 9864, 9865].map((port) => `core ${port}`),
      ].sort(),
    );
  });

  it('sends nothing anywhere else: the group of the VPN knows no ranges', () => {
    for (const rule of of(egress, ownGroup)) expect(rule).not.toHaveProperty('cidr_ipv4');
    expect(of(ingress, ownGroup)).toEqual([]);
  });

  it('is let in by group, into ranges no wider than a subnet', () => {
    const rules = resourcesOf(json, 'aws_ec2_client_vpn_authorization_rule');
    expect(rules.length).toBeGreaterThan(0);
    const ranges = new Set([
      ...resourcesOf(json, 'aws_subnet').map((subnet) => subnet['cidr_block']),
      `${String((endpoint['dns_servers'] as string[])[0])}/32`,
    ]);
    for (const rule of rules) {
      expect(rule['access_group_id']).toMatch(/^\$\{local\./);
      expect(rule).not.toHaveProperty('authorize_all_groups');
      expect(ranges).toContain(rule['target_network_cidr']);
    }
  });
});
