import { EMR_MANAGED_POLICY_TAG } from '../../modules/emr/managed-policy-tag';
import { fixtureConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';
import { principalsOf, statementsIn } from '../support/placed-statements';
import { at, attributesAt, referred, type Resource, resources } from '../support/terraform-query';
import type { TerraformJson } from '../support/terraform-json';

const config = fixtureConfig();
const byStack = parsedLandingZone(config);
const stages = config.stages.map(
  ({ stage, disposable }) => [stage, byStack[stage] ?? {}, disposable] as const,
);

/** All resources of some types in a stage; fails when there is none to look at. */
function every(json: TerraformJson, ...types: string[]): Resource[] {
  const found = resources(json, ...types);
  if (found.length === 0) throw new Error(`there is no ${types.join(' or ')}`);
  return found;
}

/** Failures that people report from deployments, as what keeps each from happening. */
describe.each(stages)('what is deployed in %s', (_, json, isDisposable) => {
  it('does not fail to make log groups because their key does not admit CloudWatch Logs', () => {
    for (const { attributes } of every(json, 'aws_cloudwatch_log_group')) {
      const key = referred(attributes['kms_key_id']);
      const admitted = statementsIn(json, 'key').filter(
        ({ address, statement }) =>
          address === key &&
          principalsOf(statement).some((principal) => /^logs\.[a-z0-9-]+\.amazonaws\.com$/.test(principal)) &&
          JSON.stringify(statement.Condition).includes('kms:EncryptionContext:aws:logs:arn'),
      );
      expect(admitted).toHaveLength(1);
    }
  });

  it('does not hang on security groups of EMR that refer to each other when it is destroyed', () => {
    const emr = every(json, 'aws_security_group').filter(({ address }) => address.includes('.emr_'));
    expect(emr).toHaveLength(3);
    for (const { attributes } of emr) {
      expect(attributes['revoke_rules_on_delete']).toBe(true);
      expect([attributes['ingress'], attributes['egress']]).toEqual([undefined, undefined]);
    }
  });

  it('does not fail to replace a security configuration that a cluster uses', () => {
    for (const { attributes } of every(json, 'aws_emr_security_configuration')) {
      expect(attributes['name']).toContain('sha256(');
      expect(at(attributes, 'lifecycle.create_before_destroy')).toBe(true);
    }
  });

  it('does not replace clusters or count their nodes anew with every plan', () => {
    for (const { attributes } of every(json, 'aws_emr_cluster')) {
      const settings = attributes['configurations_json'] as string;
      expect(JSON.stringify(JSON.parse(settings))).toBe(settings);
      expect(at(attributes, 'lifecycle.ignore_changes')).toEqual(['core_instance_group[0].instance_count']);
      expect(attributes['step']).toBeUndefined();
    }
  });

  it('does not deny EMR what lacks the tag that its policy asks for', () => {
    const clusters = every(json, 'aws_emr_cluster');
    const used = clusters.flatMap(({ attributes }) =>
      [
        'subnet_id',
        'emr_managed_master_security_group',
        'emr_managed_slave_security_group',
        'service_access_security_group',
      ].map((attribute) => referred(at(attributes, `ec2_attributes.${attribute}`))),
    );
    const tagged = [
      ...used.map((address) => attributesAt(json, address)),
      ...clusters.map((c) => c.attributes),
    ];
    for (const { tags } of [...tagged, ...every(json, 'aws_vpc').map((vpc) => vpc.attributes)])
      expect(tags).toMatchObject(EMR_MANAGED_POLICY_TAG);
  });

  it('does not refuse steps: roles trust the nodes with session tags, and nodes may use both', () => {
    const roles = every(json, 'aws_iam_role').filter(({ address }) => address.includes('step-roles_'));
    expect(roles.length).toBeGreaterThan(0);
    const allowed = statementsIn(json, 'identity').find(
      ({ statement }) => statement.Sid === 'AssumeStepRoles',
    );
    expect(allowed?.statement.Action).toEqual(['sts:AssumeRole', 'sts:TagSession']);
    for (const { address } of roles) {
      const trusts = statementsIn(json, 'trust').filter((placed) => placed.address === address);
      expect(trusts.map(({ statement }) => statement.Action)).toEqual([['sts:AssumeRole', 'sts:TagSession']]);
      expect(allowed?.statement.Resource).toContain(`\${${address}.arn}`);
    }
  });

  it('does not start clusters with several primary nodes, on which runtime roles do not work', () => {
    for (const { attributes } of every(json, 'aws_emr_cluster'))
      expect(at(attributes, 'master_instance_group.instance_count')).toBe(1);
  });

  it('does not give clusters some of the three security groups, and the others by EMR', () => {
    for (const { attributes } of every(json, 'aws_emr_cluster')) {
      const groups = Object.keys(attributes['ec2_attributes'] as object).filter((attribute) =>
        attribute.endsWith('_group'),
      );
      expect(groups).toHaveLength(3);
    }
  });

  it('does not fail to delete a work group with history where everything may go', () => {
    for (const { attributes } of every(json, 'aws_athena_workgroup'))
      expect(attributes['force_destroy']).toBe(isDisposable);
  });

  it('does not route private subnets of a cluster to an internet gateway', () => {
    const tables = resources(json, 'aws_route')
      .filter(({ attributes }) => attributes['gateway_id'] !== undefined)
      .map(({ attributes }) => attributes['route_table_id']);
    const subnets = every(json, 'aws_route_table_association')
      .filter(({ attributes }) => tables.includes(attributes['route_table_id']))
      .map(({ attributes }) => attributes['subnet_id']);
    for (const { attributes } of every(json, 'aws_emr_cluster'))
      expect(subnets).not.toContain(at(attributes, 'ec2_attributes.subnet_id'));
  });
});
