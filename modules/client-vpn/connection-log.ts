import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CloudwatchLogStream } from '@cdktf/provider-aws/lib/cloudwatch-log-stream';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';

export interface ConnectionLogProps {
  readonly provider: TerraformProvider;
  /** The log group is `/vpn/<name>/connections`. */
  readonly name: string;
  readonly retentionDays: number;
  /** Key that encrypts the log group; its policy must admit CloudWatch Logs. */
  readonly kmsKeyArn: string;
}

/** Where an endpoint writes who connected, who failed to, and why. The endpoint makes neither group nor stream. */
export class ConnectionLog extends Construct {
  readonly groupName: string;
  readonly streamName: string;

  constructor(
    scope: Construct,
    id: string,
    { provider, name, retentionDays, kmsKeyArn }: ConnectionLogProps,
  ) {
    super(scope, id);
    const group = new CloudwatchLogGroup(this, 'group', {
      provider,
      name: `/vpn/${name}/connections`,
      retentionInDays: retentionDays,
      kmsKeyId: kmsKeyArn,
      tags: { Name: `${name}-client-vpn` },
    });
    this.groupName = group.name;
    this.streamName = new CloudwatchLogStream(this, 'stream', {
      provider,
      name: 'connections',
      logGroupName: group.name,
    }).name;
  }
}
