import { problemsOfNetwork, problemsWith, stageFile, warningsWith } from './environment-folder';
import { problemsOfStage, problemsOfTable } from './lake-stage';

/** Failures that people report from deployments, and the file that would have led to each. */
describe('a file that would fail when it is deployed is refused before', () => {
  it.each([
    [
      'steps are refused on a cluster with several primary nodes',
      () =>
        problemsOfStage(
          'emr: { clusters: { main: { primary: { count: 3 }, core: { instanceType: m6g.xlarge, max: 2 } } } }',
        ),
      'environments/two.yaml:8:39  emr.clusters.main.primary.count: unknown key "count"; the keys here are instanceType',
    ],
    [
      'steps are refused by a release without runtime roles',
      () => problemsOfStage('emr: { release: emr-6.6.0 }'),
      'environments/two.yaml:8:17  emr.release: emr-6.6.0 cannot run steps under step roles; use emr-6.7.0 or a later release',
    ],
    [
      'a cluster with runtime roles does not start with JupyterHub',
      () => problemsOfStage('emr: { applications: [JupyterHub] }'),
      'environments/two.yaml:8:23  emr.applications[0]: JupyterHub cannot run on clusters with step roles; remove it, and let notebooks connect through Livy',
    ],
    [
      'managed scaling stops where the VPC has an endpoint for execute-api',
      () => problemsOfNetwork('  endpoints: { interface: [execute-api] }'),
      'environments/two.yaml:8:28  network.endpoints.interface[0]: execute-api cannot be an interface endpoint here: with private DNS it breaks EMR managed scaling in the whole VPC; remove it',
    ],
    [
      'services cannot be reached without NAT and without endpoints',
      () =>
        problemsOfNetwork(
          '  natGateways: none',
          '  endpoints: { interface: [dags] }',
          'airflow:',
          '  main: { version: 2.11.2, webServerAccess: PRIVATE_ONLY }',
        ),
      'environments/two.yaml:8:16  network.natGateways: without NAT gateways MWAA has no way to airflow.api, airflow.env, airflow.ops, ecr.api, ecr.dkr, kms, logs, monitoring, sqs; add mwaa to network.endpoints.interface, or write natGateways: single',
    ],
    [
      'MWAA cannot start with subnets in one zone',
      () => problemsOfNetwork('  zones: 1'),
      'environments/two.yaml:8:10  network.zones: expected 2 or 3, found 1; write 2',
    ],
    [
      'MWAA cannot start with both subnets in the same zone',
      () => problemsOfNetwork('  zoneIds: [euw1-az1, euw1-az1]'),
      'environments/two.yaml:8:23  network.zoneIds[1]: euw1-az1 is listed twice; each zone gets subnets of its own',
    ],
    [
      'a VPC cannot be peered or reached by VPN when it overlaps another',
      () => problemsWith({ 'two.yaml': stageFile('two', '10.1.0.0/16') }),
      'environments/two.yaml:7:9  network.cidr: 10.1.0.0/16 overlaps one (environments/one.yaml:7:9); use a free block such as 10.2.0.0/16',
    ],
    [
      'a database of Glue has no table with capital letters',
      () =>
        problemsOfStage(
          'catalog: { tables: { Orders: { zone: raw, location: orders/, format: json, columns: [{ name: id, type: string }] } } }',
        ),
      'environments/two.yaml:8:22  catalog.tables.Orders: expected tables under names of lower-case letters, digits and underscores, not beginning with a digit, found the key "Orders"; write orders',
    ],
    [
      'a table of Glue has no column with capital letters',
      () => problemsOfTable('format: json', '[{ name: orderId, type: string }]'),
      'environments/two.yaml:10:63  catalog.tables.orders.columns[0].name: expected lower-case letters, digits and underscores, not beginning with a digit, found "orderId"',
    ],
    [
      'a bucket cannot be made with a name that S3 keeps for itself',
      () => problemsWith({ 'two.yaml': null, 'sthree.yaml': stageFile('sthree', '10.2.0.0/16') }),
      "environments/sthree.yaml:1:8  stage: bucket names begin with the stage's, and S3 reserves those that begin with sthree-; call the stage and its file otherwise",
    ],
  ])('%s', (_, problems, told) => {
    expect(problems()).toEqual([told]);
  });

  it('warns that a shell on nodes can use every step role', () => {
    const shell = stageFile(
      'two',
      '10.2.0.0/16',
      'emr: { shellAccess: true, stepRoles: { daily: {}, report: {} } }',
    );
    expect(warningsWith({ 'two.yaml': shell })).toEqual([
      "environments/two.yaml:8:21  emr.shellAccess: whoever opens a shell on a node can act as each of the 2 step roles (daily, report); write false where their jobs must not see each other's data",
    ]);
  });
});
