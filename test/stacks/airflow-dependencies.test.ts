import { StackGraph, type StackNode } from '../../cli/deploy-model/graph';
import { fixtureConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';

const stacks = parsedLandingZone(fixtureConfig());
const graphOf = (stage: string) => new StackGraph(stage, stacks[stage] ?? {});

const ENVIRONMENT = 'aws_mwaa_environment';

/** Everything that Terraform has made before it begins with the Airflow environments of a stage. */
function madeBefore(stage: string): StackNode[] {
  const graph = graphOf(stage);
  const seen = new Set<string>();
  const visit = (address: string) => {
    if (seen.has(address)) return;
    seen.add(address);
    graph.dependencies(address).forEach(visit);
  };
  const environments = graph.nodes.filter(({ type }) => type === ENVIRONMENT);
  if (environments.length === 0) throw new Error(`${stage} has no ${ENVIRONMENT}`);
  for (const { address } of environments) visit(address);
  return [...seen].map((address) => graph.node(address)).filter(({ type }) => type !== ENVIRONMENT);
}

const addressesBefore = (stage: string, type: string) =>
  madeBefore(stage)
    .filter((node) => node.kind === 'resource' && node.type === type)
    .map(({ address }) => address.replace(`${type}.`, '').replace(/_[0-9A-F]{8}$/, ''))
    .sort();

const typesBefore = (stage: string) =>
  [...new Set(madeBefore(stage).flatMap(({ kind, type }) => (kind === 'resource' ? [type] : [])))].sort();

/** Nothing in a stage takes longer than MWAA: what it waits for, the whole deploy waits for. */
describe.each(['sandbox', 'test', 'prod'])('the Airflow environment of %s', (stage) => {
  it('waits for network, bucket, key, role and log groups, and for nothing else', () => {
    expect(typesBefore(stage)).toEqual([
      'aws_cloudwatch_log_group',
      'aws_eip',
      'aws_iam_role',
      'aws_iam_role_policy',
      'aws_internet_gateway',
      'aws_kms_key',
      'aws_nat_gateway',
      'aws_route',
      'aws_route_table',
      'aws_route_table_association',
      'aws_s3_bucket',
      'aws_s3_bucket_public_access_block',
      'aws_s3_bucket_server_side_encryption_configuration',
      'aws_s3_bucket_versioning',
      'aws_s3_object',
      'aws_security_group',
      'aws_subnet',
      'aws_vpc',
      'aws_vpc_security_group_egress_rule',
      'aws_vpc_security_group_ingress_rule',
    ]);
  });

  it('waits for its own bucket, key, role and security group only', () => {
    expect(addressesBefore(stage, 'aws_s3_bucket')).toEqual(['airflow-main_bucket']);
    expect(addressesBefore(stage, 'aws_kms_key')).toEqual(['airflow-key']);
    expect(addressesBefore(stage, 'aws_iam_role')).toEqual(['airflow-main_execution-role']);
    expect(addressesBefore(stage, 'aws_security_group')).toEqual(['airflow-main_network_security-group']);
  });

  it('waits for its three files and five log groups', () => {
    expect(addressesBefore(stage, 'aws_s3_object')).toEqual(
      ['plugins', 'requirements', 'startup'].map((name) => expect.stringContaining(name) as string),
    );
    expect(addressesBefore(stage, 'aws_cloudwatch_log_group')).toEqual(
      ['DAGProcessing', 'Scheduler', 'Task', 'WebServer', 'Worker'].map(
        (part) => `airflow-main_log-groups_${part}`,
      ),
    );
  });

  it('is in two private subnets, in two zones', () => {
    const [environment] = Object.values(stacks[stage]?.resource?.[ENVIRONMENT] ?? {});
    const { subnet_ids: ids } = environment?.['network_configuration'] as { subnet_ids: string[] };
    const subnets = ids.map((id) => {
      const name = /^\$\{aws_subnet\.(.+)\.id\}$/.exec(id)?.[1] ?? '';
      expect(name).toContain('private');
      return stacks[stage]?.resource?.['aws_subnet']?.[name];
    });
    expect(subnets).toHaveLength(2);
    expect(new Set(subnets.map((subnet) => subnet?.['availability_zone_id'])).size).toBe(2);
  });
});

describe('the Airflow environment of a stage without NAT', () => {
  it('waits for the endpoints that MWAA calls, and not for those of others', () => {
    expect(addressesBefore('isolated', 'aws_vpc_endpoint')).toEqual([
      'network_gateway-endpoint_s3',
      ...[
        'airflowapi',
        'airflowenv',
        'airflowops',
        'ecrapi',
        'ecrdkr',
        'kms',
        'logs',
        'monitoring',
        'sqs',
      ].map((service) => `network_interface-endpoint_${service}`),
    ]);
  });

  it('waits for nothing of EMR, Glue, Athena or the lake', () => {
    expect(typesBefore('isolated').filter((type) => /emr|glue|athena|ssm|flow_log|nat_/.test(type))).toEqual(
      [],
    );
    expect(addressesBefore('isolated', 'aws_s3_bucket')).toEqual(['airflow-main_bucket']);
  });
});
