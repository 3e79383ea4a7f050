import { StackGraph } from '../../cli/deploy-model/graph';
import { fixtureConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';

const stacks = parsedLandingZone(fixtureConfig());

/** What Terraform has made of a type, cdktf's hashes left out, before it begins with the cluster of a stage. */
function madeBefore(stage: string, type: string): string[] {
  const graph = new StackGraph(stage, stacks[stage] ?? {});
  const [cluster] = graph.nodes.filter((node) => node.type === 'aws_emr_cluster');
  if (cluster === undefined) throw new Error(`${stage} has no EMR cluster`);
  return graph
    .dependencies(cluster.address)
    .map((address) => graph.node(address))
    .filter((node) => node.kind === 'resource' && node.type === type)
    .map(({ address }) => address.replace(`${type}.`, '').replace(/_[0-9A-F]{8}$/, ''))
    .sort();
}

/** AWS ends a cluster whose subnet leads nowhere while it starts. */
describe('an EMR cluster', () => {
  it.each(['sandbox', 'test', 'prod'])('waits in %s for the way out of its subnet', (stage) => {
    expect(madeBefore(stage, 'aws_route_table_association')).toEqual([expect.stringMatching(/private.*az1/)]);
    expect(madeBefore(stage, 'aws_route')).toEqual([expect.stringMatching(/nat.*az1/)]);
  });

  it('waits without NAT for the endpoints that its nodes call', () => {
    expect(madeBefore('isolated', 'aws_route')).toEqual([]);
    const endpoints = madeBefore('isolated', 'aws_vpc_endpoint').join(' ');
    for (const service of ['s3', 'elasticmapreduce', 'glue', 'kms', 'sts'])
      expect(endpoints).toContain(service);
  });

  it('waits for the database that Hive and Spark would otherwise try to make', () => {
    expect(madeBefore('sandbox', 'aws_glue_catalog_database')).toEqual(['database-default_database']);
  });

  it('finds that database in an account that has it already', () => {
    const config = fixtureConfig();
    const existing = config.stages.map((stage) => ({
      ...stage,
      catalog: { ...stage.catalog, defaultDatabase: 'existing' as const },
    }));
    const json = parsedLandingZone({ ...config, stages: existing })['sandbox'];
    expect(
      Object.values(json?.resource?.['aws_glue_catalog_database'] ?? {}).map(({ name }) => name),
    ).toEqual(['curated', 'raw']);
  });

  it('waits for the rules of its security groups', () => {
    expect(madeBefore('sandbox', 'aws_vpc_security_group_ingress_rule')).toHaveLength(1);
    expect(madeBefore('sandbox', 'aws_vpc_security_group_egress_rule').length).toBeGreaterThanOrEqual(11);
  });
});
