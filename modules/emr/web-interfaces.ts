import type { ClusterSoftware } from './cluster-software';

/** A web page that nodes of a cluster serve. */
export interface WebInterface {
  /** Name, such as `resource-manager`. */
  readonly id: string;
  /** For people: what the page is. */
  readonly description: string;
  readonly port: number;
  /** Group of the nodes that serve it. */
  readonly securityGroupId: string;
}

interface Page {
  readonly id: string;
  readonly description: string;
  readonly nodes: 'primary' | 'core';
  readonly ports: { readonly http: number; readonly https?: number };
  /**
   * Application that brings the page.
   *
   * @default - every cluster has it: YARN and HDFS come with whatever is installed
   */
  readonly application?: string;
}

/**
 * Pages that show how jobs are doing. Those through which people run code (notebooks, Hue, Livy, Trino) are not
 * among them: such code has the rights of the nodes and not of a step role.
 *
 * A node serves a page with TLS or without, depending on its release: clusters here encrypt between nodes, and EMR
 * has moved one page after the other to its TLS port for them.
 *
 * Sources: "Amazon EMR service ports"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-service-ports.html), "Understanding in-transit
 * encryption" (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-encryption-support-matrix.html), "View web
 * interfaces hosted on Amazon EMR clusters"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-web-interfaces.html), "Tez web UI"
 * (https://docs.aws.amazon.com/emr/latest/ReleaseGuide/tez-web-ui.html), and for the TLS ports of Hadoop, which EMR
 * leaves as they are, `*.https.address` and `*.https-address` in Hadoop's yarn-default.xml, hdfs-default.xml and
 * mapred-default.xml (https://hadoop.apache.org/docs/stable/). 20888 is what EMR gives `yarn.web-proxy.address`:
 * the resource manager's links to running applications lead there.
 */
const PAGES: readonly Page[] = [
  {
    id: 'resource-manager',
    description: 'YARN ResourceManager',
    nodes: 'primary',
    ports: { http: 8088, https: 8090 },
  },
  {
    id: 'application-proxy',
    description: 'pages of running applications, through YARN',
    nodes: 'primary',
    ports: { http: 20888 },
  },
  {
    id: 'job-history',
    description: 'MapReduce JobHistory server',
    nodes: 'primary',
    ports: { http: 19888, https: 19890 },
  },
  { id: 'name-node', description: 'HDFS NameNode', nodes: 'primary', ports: { http: 9870, https: 9871 } },
  { id: 'node-manager', description: 'YARN NodeManager', nodes: 'core', ports: { http: 8042, https: 8044 } },
  { id: 'data-node', description: 'HDFS DataNode', nodes: 'core', ports: { http: 9864, https: 9865 } },
  {
    id: 'spark-history',
    description: 'Spark history server',
    nodes: 'primary',
    ports: { http: 18080, https: 18480 },
    application: 'Spark',
  },
  {
    id: 'hive-server',
    description: 'HiveServer2 web UI',
    nodes: 'primary',
    ports: { http: 10002 },
    application: 'Hive',
  },
  { id: 'tez', description: 'Tez web UI', nodes: 'primary', ports: { http: 8080 }, application: 'Tez' },
];

/** The pages of what is installed. */
export function webInterfaces(
  { applications }: Pick<ClusterSoftware, 'applications'>,
  groups: { readonly primaryId: string; readonly coreId: string },
): WebInterface[] {
  return PAGES.filter(
    ({ application }) => application === undefined || applications.includes(application),
  ).flatMap(({ id, description, nodes, ports: { http, https } }) => {
    const securityGroupId = nodes === 'primary' ? groups.primaryId : groups.coreId;
    const page = { id, description, port: http, securityGroupId };
    if (https === undefined) return [page];
    return [page, { id: `${id}-tls`, description: `${description}, with TLS`, port: https, securityGroupId }];
  });
}
