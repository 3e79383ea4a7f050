import { verify } from '../../cli/mwaa-verifier';
import { referencesIn } from '../../cli/deploy-model/references';
import { decide } from '../policies/decide';
import { fixtureAttachments, fixtureConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';
import { STAGE_ACCOUNT, StackPolicies } from '../support/policies';
import { at, companions, referred, resources } from '../support/terraform-query';
import { onlyResource, statements, type TerraformJson } from '../support/terraform-json';

const config = fixtureConfig();
const synthesised = parsedLandingZone(config);
const stacks = config.stages.map((environment): [string, TerraformJson, typeof environment] => [
  environment.stage,
  synthesised[environment.stage] ?? {},
  environment,
]);

/** Actions of AWS's example of an execution role with a key of the account, and of one for Secrets Manager. */
const WHAT_AWS_ASKS = [
  'airflow:PublishMetrics',
  'cloudwatch:PutMetricData',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey*',
  'logs:CreateLogGroup',
  'logs:CreateLogStream',
  'logs:DescribeLogGroups',
  'logs:GetLogEvents',
  'logs:GetLogGroupFields',
  'logs:GetLogRecord',
  'logs:GetQueryResults',
  'logs:PutLogEvents',
  's3:GetAccountPublicAccessBlock',
  's3:GetBucket*',
  's3:GetObject*',
  's3:List*',
  'secretsmanager:DescribeSecret',
  'secretsmanager:GetResourcePolicy',
  'secretsmanager:GetSecretValue',
  'secretsmanager:ListSecretVersionIds',
  'secretsmanager:ListSecrets',
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
  'sqs:SendMessage',
];

describe.each(stacks)('MWAA can start in %s', (stage, json) => {
  const environment = onlyResource(json, 'aws_mwaa_environment');
  const subnets = [...referencesIn(at(environment, 'network_configuration.subnet_ids'))];
  const before = new Set(environment['depends_on'] as string[]);

  it('as AWS’s verifier would see it', () => {
    const findings = verify(json, fixtureAttachments()).flatMap(({ results }) =>
      results.flatMap((result) => result.findings),
    );
    expect(findings).toEqual([]);
  });

  it('in two private subnets of two zones, with a way out that is there first', () => {
    expect(subnets).toHaveLength(2);
    const zones = resources(json, 'aws_subnet')
      .filter(({ address }) => subnets.includes(address))
      .map(({ attributes }) => attributes['availability_zone_id']);
    expect(new Set(zones).size).toBe(2);
    for (const subnet of subnets) {
      const [association] = companions(json, 'aws_route_table_association', 'subnet_id', subnet);
      const table = referred(association?.['route_table_id']);
      const routes = resources(json, 'aws_route').filter(({ attributes }) =>
        referencesIn(attributes['route_table_id']).has(table),
      );
      for (const { address, attributes } of routes) {
        expect(attributes['gateway_id']).toBeUndefined();
        expect(before).toContain(address);
      }
      const endpoints = resources(json, 'aws_vpc_endpoint').filter(({ address }) => before.has(address));
      expect(routes.length > 0 || endpoints.length >= 10).toBe(true);
    }
  });

  it('with a security group that is open to itself before it starts', () => {
    const [group = ''] = referencesIn(at(environment, 'network_configuration.security_group_ids'));
    for (const direction of ['ingress', 'egress']) {
      const rules = resources(json, `aws_vpc_security_group_${direction}_rule`).filter(
        ({ attributes }) =>
          referencesIn(attributes['security_group_id']).has(group) &&
          referencesIn(attributes['referenced_security_group_id']).has(group) &&
          attributes['ip_protocol'] === '-1',
      );
      expect(rules).toHaveLength(1);
      for (const { address } of rules) expect(before).toContain(address);
    }
  });

  it('from a bucket that is private and versioned before anything is in it', () => {
    const bucket = referred(environment['source_bucket_arn']);
    for (const type of ['aws_s3_bucket_public_access_block', 'aws_s3_bucket_versioning']) {
      const [setting] = resources(json, type).filter(({ attributes }) =>
        referencesIn(attributes['bucket']).has(bucket),
      );
      expect(before).toContain(setting?.address);
    }
  });

  it('into log groups that are there, with its own key', () => {
    const name = `${stage}-main`;
    const groups = resources(json, 'aws_cloudwatch_log_group').filter(({ address }) => before.has(address));
    expect(groups.map(({ attributes }) => attributes['name']).sort()).toEqual(
      ['DAGProcessing', 'Scheduler', 'Task', 'WebServer', 'Worker'].map((part) => `airflow-${name}-${part}`),
    );
    for (const { attributes } of groups) expect(attributes['kms_key_id']).toBe(environment['kms_key']);
  });

  it('under a role that by itself may do exactly what AWS asks', () => {
    const role = referred(environment['execution_role_arn']);
    const [policy, ...others] = companions(json, 'aws_iam_role_policy', 'role', role);
    expect(others).toEqual([]);
    const allowed = statements(policy?.['policy']).filter(({ Effect }) => Effect === 'Allow');
    const actions = new Set(allowed.flatMap(({ Action }) => Action));
    expect([...actions].sort()).toEqual(WHAT_AWS_ASKS);
  });
});

describe.each(stacks)('Airflow in %s runs Spark', (stage, json, { region, emr }) => {
  const stack = new StackPolicies(json);
  const airflow = stack.arn('aws_iam_role', `/${stage}-main-mwaa`);
  const roles = [...stack.arns('aws_iam_role'), `arn:aws:iam::${STAGE_ACCOUNT}:role/admin`];
  const cluster = `arn:aws:elasticmapreduce:${region}:${STAGE_ACCOUNT}:cluster/j-1`;

  /** The roles for which an action is allowed. */
  const allowedFor = async (ask: (role: string) => Parameters<typeof decide>[1]) => {
    const answers = await Promise.all(roles.map((role) => decide(stack, ask(role))));
    return roles.filter((_, index) => answers[index] === 'Allowed').sort();
  };

  it('under the step roles that the environment lists, and no other', async () => {
    const listed = Object.keys(emr.stepRoles).map((job) =>
      stack.arn('aws_iam_role', `/${stage}-emr-step-${job}`),
    );
    expect(listed.length).toBeGreaterThan(0);
    const action = 'elasticmapreduce:AddJobFlowSteps';
    const own = { 'elasticmapreduce:ResourceTag/EmrPlatform': stage };
    const under = (role: string, tags: Record<string, string>) => ({
      principal: airflow,
      action,
      resource: cluster,
      context: { ...tags, 'elasticmapreduce:ExecutionRoleArn': role },
    });
    await expect(allowedFor((role) => under(role, own))).resolves.toEqual(listed.sort());
    await expect(allowedFor((role) => under(role, {}))).resolves.toEqual([]);
    await expect(
      decide(stack, { principal: airflow, action, resource: cluster, context: own }),
    ).resolves.toMatch(/Denied$/);
  });

  it.each([
    ['elasticmapreduce', ['emr-service']],
    ['ec2', ['emr-node']],
    ['airflow', []],
    ['glue', []],
    ['lambda', []],
    ['states', []],
  ])('and passes %s no role but %j', async (service, endings) => {
    const passed = await allowedFor((role) => ({
      principal: airflow,
      action: 'iam:PassRole',
      resource: role,
      context: { 'iam:PassedToService': `${service}.amazonaws.com` },
    }));
    expect(passed).toEqual(endings.map((ending) => stack.arn('aws_iam_role', ending)));
  });
});
