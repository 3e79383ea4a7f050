import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

/** The parts of Airflow that log, with the ending of their log group's name. */
export const LOG_GROUPS = {
  dagProcessing: 'DAGProcessing',
  scheduler: 'Scheduler',
  task: 'Task',
  webServer: 'WebServer',
  worker: 'Worker',
} as const;

/** A part of Airflow that logs. */
export type AirflowLog = keyof typeof LOG_GROUPS;

export interface AirflowLogGroupsProps {
  readonly provider: TerraformProvider;
  readonly environmentName: string;
  /** Key that encrypts the logs; its policy must admit CloudWatch Logs. */
  readonly kmsKeyArn: string;
  readonly retentionDays: number;
}

/**
 * The five log groups of an environment, made before it. MWAA would make them itself, without an end and without
 * the key, and cannot be told otherwise (hashicorp/terraform-provider-aws#37910).
 *
 * Source: "Accessing Airflow logs in Amazon CloudWatch"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html).
 */
export class AirflowLogGroups extends Construct {
  readonly all: readonly CloudwatchLogGroup[];

  constructor(scope: Construct, id: string, props: AirflowLogGroupsProps) {
    super(scope, id);
    this.all = Object.values(LOG_GROUPS).map((ending) => {
      const name = `airflow-${props.environmentName}-${ending}`;
      return new CloudwatchLogGroup(this, ending, {
        provider: props.provider,
        name,
        retentionInDays: props.retentionDays,
        kmsKeyId: props.kmsKeyArn,
        tags: { Name: name },
      });
    });
  }
}
