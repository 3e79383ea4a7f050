import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { FlowLog as FlowLogResource } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument } from '../iam/policy-document';

/** Which packets a flow log records. */
export type FlowLogTraffic = 'ALL' | 'ACCEPT' | 'REJECT';

export interface FlowLogProps {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly region: string;
  readonly vpcId: string;
  /** Prefix of names; the log group is `/vpc/<name>/flow-log`. */
  readonly name: string;
  readonly traffic: FlowLogTraffic;
  /** Seconds of traffic in one record: 60 or 600 (`MaxAggregationInterval` of CreateFlowLogs). */
  readonly aggregationSeconds: number;
  readonly retentionDays: number;
  /** Key that encrypts the log group; its policy must admit CloudWatch Logs. */
  readonly kmsKeyArn: string;
}

/** A VPC flow log in an encrypted log group, with the role that delivers it and can do nothing else. */
export class FlowLog extends Construct {
  constructor(scope: Construct, id: string, props: FlowLogProps) {
    super(scope, id);
    const { provider, name } = props;

    const logGroup = new CloudwatchLogGroup(this, 'log-group', {
      provider,
      name: `/vpc/${name}/flow-log`,
      retentionInDays: props.retentionDays,
      kmsKeyId: props.kmsKeyArn,
      tags: { Name: `${name}-flow-log` },
    });

    const role = new IamRole(this, 'role', {
      provider,
      name: `${name}-vpc-flow-log`,
      description: 'Delivers the VPC flow log to CloudWatch Logs',
      // The conditions keep another account's flow log from using the role (confused deputy). Source: "IAM
      // role for publishing flow logs to CloudWatch Logs",
      // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
      assumeRolePolicy: policyDocument([
        {
          Sid: 'FlowLogsOfThisAccount',
          Effect: 'Allow',
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'aws:SourceAccount': props.accountId },
            ArnLike: { 'aws:SourceArn': `arn:aws:ec2:${props.region}:${props.accountId}:vpc-flow-log/*` },
          },
        },
      ]),
      tags: { Name: `${name}-vpc-flow-log` },
    });
    const permissions = new IamRolePolicy(this, 'role-policy', {
      provider,
      name: 'deliver',
      role: role.id,
      policy: policyDocument([
        {
          Sid: 'WriteToTheLogGroup',
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          Resource: [logGroup.arn, `${logGroup.arn}:*`],
        },
        {
          Sid: 'FindTheLogGroup',
          Effect: 'Allow',
          Action: 'logs:DescribeLogGroups',
          // AWS has no resource type for this action ("Actions, resources, and condition keys for Amazon
          // CloudWatch Logs",
          // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html).
          Resource: '*',
        },
      ]),
    });

    new FlowLogResource(this, 'flow-log', {
      provider,
      vpcId: props.vpcId,
      trafficType: props.traffic,
      maxAggregationInterval: props.aggregationSeconds,
      logDestinationType: 'cloud-watch-logs',
      logDestination: logGroup.arn,
      iamRoleArn: role.arn,
      // Delivery that starts before the role may write ends in an access error that nobody sees.
      dependsOn: [permissions],
      tags: { Name: `${name}-vpc` },
    });
  }
}
