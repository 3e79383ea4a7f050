import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onlyResource, resourcesOf } from '../../support/terraform-json';
import { alarmsOf, metricsOf, NOTHING, synthMonitoring } from './monitoring-fixture';

const json = synthMonitoring();
const alarms = Object.entries(alarmsOf(json));
const page = readFileSync(join(__dirname, '../../../docs/modules/monitoring.md'), 'utf8');

describe('Monitoring', () => {
  it('has alarms for all that is there', () => {
    expect(alarms.map(([name]) => name).sort()).toEqual([
      'sandbox-airflow-main-demand-above-maximum',
      'sandbox-airflow-main-failed-tasks',
      'sandbox-airflow-main-import-errors',
      'sandbox-airflow-main-queue-age',
      'sandbox-airflow-main-scheduler-heartbeat',
      'sandbox-airflow-main-workers-at-maximum',
      'sandbox-athena-analysts-scan-limit',
      'sandbox-emr-main-core-nodes-pending',
      'sandbox-emr-main-hdfs-full',
      'sandbox-emr-main-idle',
      'sandbox-emr-main-lost-nodes',
      'sandbox-emr-main-unhealthy-nodes',
      'sandbox-nat-az1-dropped-packets',
      'sandbox-nat-az1-port-allocation',
      'sandbox-nat-az2-dropped-packets',
      'sandbox-nat-az2-port-allocation',
      'sandbox-vpn-endpoint-authentication-failures',
    ]);
  });

  it('has a topic and a dashboard even where nothing runs', () => {
    const empty = synthMonitoring(NOTHING);
    expect(resourcesOf(empty, 'aws_cloudwatch_metric_alarm')).toEqual([]);
    expect(onlyResource(empty, 'aws_sns_topic')).toMatchObject({ name: 'sandbox-alarms' });
    expect(onlyResource(empty, 'aws_cloudwatch_dashboard')).toMatchObject({ dashboard_name: 'sandbox' });
  });

  it('takes two clusters and two environments', () => {
    const cluster = { clusterId: 'j-1' };
    const airflow = { environmentName: 'a', maxWorkers: 1, tasksPerWorker: 3 };
    const both = synthMonitoring({
      ...NOTHING,
      airflow: { main: airflow, other: airflow },
      emrClusters: { main: cluster, other: cluster },
    });
    expect(Object.keys(alarmsOf(both))).toHaveLength(22);
  });
});

describe.each(alarms)('the alarm %s', (_, alarm) => {
  it('tells the topic that it is raised and that it is over', () => {
    const topic = [expect.stringMatching(/^\$\{aws_sns_topic\.monitoring_topic_\w+\.arn\}$/)];
    expect(alarm).toMatchObject({ alarm_actions: topic, ok_actions: topic });
  });

  it('says what is the matter, and where to read on', () => {
    const description = String(alarm['alarm_description']);
    const [, meaning = '', anchor = ''] =
      /^(.{30,}[^.])\. What to do first: docs\/modules\/monitoring\.md#(\S+)$/.exec(description) ?? [];
    expect(meaning).toMatch(/^[A-Z0-9]/);
    // `AlarmDescription` of PutMetricAlarm.
    expect(description.length).toBeLessThanOrEqual(1024);
    expect(page).toContain(`\n### ${anchor}\n`);
  });

  it('decides what missing data means', () => {
    expect(alarm['treat_missing_data']).toMatch(/^(breaching|notBreaching|ignore)$/);
  });

  it('looks back a day at most, in periods of one length', () => {
    const periods = new Set(metricsOf(alarm).map(({ period }) => period));
    const [period = 0] = periods;
    expect(periods.size).toBe(1);
    expect(period * Number(alarm['evaluation_periods'])).toBeLessThanOrEqual(86_400);
    expect(alarm['datapoints_to_alarm']).toBeLessThanOrEqual(Number(alarm['evaluation_periods']));
  });

  it('looks at metrics of one thing', () => {
    for (const { namespace, metric_name, dimensions } of metricsOf(alarm)) {
      expect(namespace).toMatch(/^(AmazonMWAA|AWS\/(MWAA|ElasticMapReduce|Athena|NATGateway|ClientVPN))$/);
      expect(metric_name).toMatch(/^[A-Za-z]+$/);
      expect(
        Object.values(dimensions).filter((value) =>
          /^(sandbox-main|j-1|analysts|nat-\d|cvpn-1)$/.test(value),
        ),
      ).toHaveLength(1);
    }
  });
});
