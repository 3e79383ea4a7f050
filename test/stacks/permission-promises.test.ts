import {
  type RenderedStatement,
  resourcesOf,
  statements,
  type TerraformJson,
} from '../support/terraform-json';
import { everyOne, stacks, stages } from './promised-stages';

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
