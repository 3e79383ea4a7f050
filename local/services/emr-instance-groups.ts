import type { AwsCall } from '../aws-call';
import { changeableCluster } from '../emr-clusters';
import { checkInput } from '../input-shape';
import { askMoto, jsonService } from '../json-service';
import type { MotoClient } from '../moto-client';

/**
 * Adds instance groups and says which: moto adds them and forgets to.
 *
 * Source: https://docs.aws.amazon.com/emr/latest/APIReference/API_AddInstanceGroups.html
 */
export function emrInstanceGroups() {
  return jsonService({
    name: 'emr-instance-groups',
    service: 'elasticmapreduce',
    actions: {
      async AddInstanceGroups(input, call, moto) {
        checkInput(input, {
          JobFlowId: { isRequired: true, max: 256 },
          InstanceGroups: {
            isRequired: true,
            items: {
              fields: {
                InstanceRole: { isRequired: true, values: ['MASTER', 'CORE', 'TASK'] },
                InstanceType: { isRequired: true, min: 1, max: 256 },
                InstanceCount: { isRequired: true },
              },
            },
          },
        });
        const JobFlowId = input.JobFlowId as string;
        await changeableCluster(call, moto, JobFlowId);
        const before = new Set(await groupIds(call, moto, JobFlowId));
        const output = await askMoto(call, moto);
        const after = await groupIds(call, moto, JobFlowId);
        return { JobFlowId, InstanceGroupIds: after.filter((id) => !before.has(id)), ...output };
      },
    },
  });
}

async function groupIds(call: AwsCall, moto: MotoClient, ClusterId: string): Promise<string[]> {
  const target = 'ElasticMapReduce.ListInstanceGroups';
  const { InstanceGroups } = await moto.ask<{ InstanceGroups: Array<{ Id: string }> }>(
    'elasticmapreduce',
    target,
    { ClusterId },
    call,
  );
  return InstanceGroups.map(({ Id }) => Id);
}
