import { join } from 'node:path';
import { loadConfig } from '../../config';
import { parsedLandingZone } from '../support/landing-zone';
import {
  type RenderedStatement,
  resourcesOf,
  statements,
  type TerraformJson,
} from '../support/terraform-json';

const stacks = parsedLandingZone(loadConfig(join(__dirname, '../..')));
const stageNames = ['sandbox', 'test', 'prod'];
const stages = stageNames.map((name) => stacks[name] ?? {});

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
    for (const json of stages) {
      for (const group of resourcesOf(json, 'aws_cloudwatch_log_group')) {
        expect(group['kms_key_id']).toMatch(/^\$\{aws_kms_key\./);
        expect(group['retention_in_days']).toBeGreaterThan(0);
      }
    }
  });

  it('rotates every key', () => {
    for (const json of stages) {
      for (const key of resourcesOf(json, 'aws_kms_key')) expect(key['enable_key_rotation']).toBe(true);
    }
  });
});

describe('the network', () => {
  it('opens no security group to the world', () => {
    for (const json of stages) {
      for (const rule of resourcesOf(json, 'aws_vpc_security_group_ingress_rule')) {
        expect(['0.0.0.0/0', '::/0']).not.toContain(rule['cidr_ipv4'] ?? rule['cidr_ipv6']);
      }
    }
  });

  it('keeps rules out of security groups, where they would fight with rule resources', () => {
    for (const json of stages) {
      for (const type of ['aws_security_group', 'aws_default_security_group']) {
        for (const group of resourcesOf(json, type)) {
          expect(group).not.toHaveProperty('ingress');
          expect(group).not.toHaveProperty('egress');
        }
      }
      expect(resourcesOf(json, 'aws_security_group_rule')).toEqual([]);
    }
  });

  it('has a default security group without rules in every VPC', () => {
    for (const json of stages) expect(resourcesOf(json, 'aws_default_security_group')).toHaveLength(1);
  });

  it('has no public address but those of NAT gateways', () => {
    for (const json of stages) {
      const used = resourcesOf(json, 'aws_nat_gateway').map((gateway) => gateway['allocation_id']);
      const addresses = Object.keys(json.resource?.['aws_eip'] ?? {}).map((name) => `\${aws_eip.${name}.id}`);
      expect(addresses.sort()).toEqual(used.sort());
      for (const subnet of resourcesOf(json, 'aws_subnet'))
        expect(subnet['map_public_ip_on_launch']).toBe(false);
    }
  });

  it('records the traffic of every VPC', () => {
    for (const json of stages)
      expect(resourcesOf(json, 'aws_flow_log')).toHaveLength(resourcesOf(json, 'aws_vpc').length);
  });
});

describe('permissions', () => {
  const all = Object.values(stacks).flatMap(policies);

  it('finds policies to look at', () => {
    expect(all.length).toBeGreaterThan(0);
  });

  it('allows no action called *', () => {
    expect(all.filter((statement) => asList(statement.Action).includes('*'))).toEqual([]);
  });

  it('allows every resource only in key policies, where * is the key itself', () => {
    const wide = all.filter((statement) => asList(statement.Resource).includes('*'));
    expect(
      wide.filter((statement) => !asList(statement.Action).every((action) => action.startsWith('kms:'))),
    ).toEqual([]);
    expect(wide.filter((statement) => statement.Principal === undefined)).toEqual([]);
  });

  it('names a statement, so that AWS and a reviewer can point at it', () => {
    for (const statement of all) expect(statement.Sid).toMatch(/^[A-Za-z0-9]+$/);
  });
});

describe('stages', () => {
  it('differ only in count and size: the same resource types everywhere', () => {
    const types = stages.map((json) => Object.keys(json.resource ?? {}).sort());
    expect(types[1]).toEqual(types[0]);
    expect(types[2]).toEqual(types[0]);
  });

  it('cannot lose what holds data unless the file says that they are disposable', () => {
    const isProtected = (json: TerraformJson) =>
      resourcesOf(json, 'aws_kms_key').map(
        (key) => (key['lifecycle'] as { prevent_destroy?: boolean } | undefined)?.prevent_destroy ?? false,
      );
    expect(stages.map(isProtected)).toEqual([[false], [true], [true]]);
  });

  it('never lose their account', () => {
    for (const name of stageNames) {
      for (const account of resourcesOf(stacks[`${name}-account`] ?? {}, 'aws_organizations_account')) {
        expect(account['lifecycle']).toMatchObject({ prevent_destroy: true });
        expect(account['close_on_deletion']).toBe(false);
      }
    }
  });
});
