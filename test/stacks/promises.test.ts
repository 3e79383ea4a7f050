import { fixtureConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';
import {
  type Attributes,
  type RenderedStatement,
  resourcesOf,
  statements,
  type TerraformJson,
} from '../support/terraform-json';

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

  it('names a statement, so that AWS and a reviewer can point at it', () => {
    for (const statement of all) expect(statement.Sid).toMatch(/^[A-Za-z0-9]+$/);
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
