import { FIVE_MINUTES, type Metric, type Statistic } from './metric';

/**
 * Metrics of an EMR cluster. They end when the cluster does. Those of managed scaling (`TotalNodes…`) count
 * nodes because our policies are in units of instances.
 *
 * Sources: "Monitoring Amazon EMR metrics with CloudWatch"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/UsingEMR_ViewingMetrics.html), "Understanding managed
 * scaling metrics" (https://docs.aws.amazon.com/emr/latest/ManagementGuide/managed-scaling-metrics.html).
 */
export function emrMetrics(clusterId: string) {
  const metric = (name: string, statistic: Statistic): Metric => ({
    namespace: 'AWS/ElasticMapReduce',
    name,
    dimensions: { JobFlowId: clusterId },
    statistic,
    periodSeconds: FIVE_MINUTES,
  });
  return {
    /** 1 when neither tasks nor jobs run at the moment of the check. */
    idle: metric('IsIdle', 'Minimum'),
    unhealthyNodes: metric('MRUnhealthyNodes', 'Minimum'),
    lostNodes: metric('MRLostNodes', 'Minimum'),
    coreNodesPending: metric('CoreNodesPending', 'Minimum'),
    hdfsPercent: metric('HDFSUtilization', 'Average'),
    nodesWanted: metric('TotalNodesRequested', 'Maximum'),
    nodesRunning: metric('TotalNodesRunning', 'Maximum'),
    memoryAvailablePercent: metric('YARNMemoryAvailablePercentage', 'Average'),
    /** There is no metric of steps. A Spark step is an application of YARN. */
    applicationsRunning: metric('AppsRunning', 'Maximum'),
    applicationsPending: metric('AppsPending', 'Maximum'),
    applicationsFailed: metric('AppsFailed', 'Maximum'),
  };
}
