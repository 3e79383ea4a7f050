import { webInterfaces } from '../../../modules/emr/web-interfaces';

const groups = { primaryId: 'sg-primary', coreId: 'sg-core' };
const ports = (...applications: string[]) =>
  webInterfaces({ applications }, groups).map(
    ({ id, port, securityGroupId }) => `${id} ${port} ${securityGroupId}`,
  );

describe('the web interfaces of a cluster', () => {
  it('are those of YARN and HDFS whatever is installed, with TLS and without', () => {
    expect(ports()).toEqual([
      'resource-manager 8088 sg-primary',
      'resource-manager-tls 8090 sg-primary',
      'application-proxy 20888 sg-primary',
      'job-history 19888 sg-primary',
      'job-history-tls 19890 sg-primary',
      'name-node 9870 sg-primary',
      'name-node-tls 9871 sg-primary',
      'node-manager 8042 sg-core',
      'node-manager-tls 8044 sg-core',
      'data-node 9864 sg-core',
      'data-node-tls 9865 sg-core',
    ]);
  });

  it('are those of an application only where it is installed', () => {
    expect(ports('Spark').slice(-2)).toEqual([
      'spark-history 18080 sg-primary',
      'spark-history-tls 18480 sg-primary',
    ]);
    expect(ports('Tez', 'Hive').slice(-2)).toEqual(['hive-server 10002 sg-primary', 'tez 8080 sg-primary']);
  });

  it('are none through which people run code, and no shell', () => {
    const all = webInterfaces(
      {
        applications: ['Hadoop', 'Hive', 'Hue', 'JupyterHub', 'Livy', 'Presto', 'Spark', 'Trino', 'Zeppelin'],
      },
      groups,
    ).map(({ port }) => port);
    for (const port of [22, 8888, 8889, 8890, 8998, 9443, 10000]) expect(all).not.toContain(port);
  });
});
