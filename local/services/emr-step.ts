import { changeableCluster, describedCluster, emrValidationError } from '../emr-clusters';
import { checkInput } from '../input-shape';
import { askMoto, jsonService } from '../json-service';
import type { AwsCall } from '../aws-call';
import type { MotoClient } from '../moto-client';
import { RegionalState } from '../regional-state';

const clusterId = { isRequired: true } as const;

/**
 * The role that a step runs under, which moto drops. Only clusters whose security configuration turns runtime
 * roles on take one.
 *
 * Sources: https://docs.aws.amazon.com/emr/latest/APIReference/API_AddJobFlowSteps.html and "Runtime roles for
 * Amazon EMR steps" (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-steps-runtime-roles.html)
 */
export function emrStep() {
  const roles = new RegionalState(() => new Map<string, string>());
  return jsonService({
    name: 'emr-step',
    service: 'elasticmapreduce',
    actions: {
      async AddJobFlowSteps(input, call, moto) {
        checkInput(input, {
          JobFlowId: { isRequired: true, max: 256 },
          Steps: {
            isRequired: true,
            items: { fields: { Name: { isRequired: true, max: 256 }, HadoopJarStep: { isRequired: true } } },
          },
          ExecutionRoleArn: { min: 20, max: 2048 },
        });
        const role = input.ExecutionRoleArn as string | undefined;
        await changeableCluster(call, moto, input.JobFlowId as string);
        if (role !== undefined) await requireRuntimeRoles(call, moto, input.JobFlowId as string);
        const output = await askMoto<{ StepIds: string[] }>(call, moto);
        if (role !== undefined) for (const id of output.StepIds) roles.of(call).set(id, role);
        return output;
      },
      async DescribeStep(input, call, moto) {
        checkInput(input, { ClusterId: clusterId, StepId: { isRequired: true } });
        await describedCluster(call, moto, input.ClusterId as string);
        const output = await askMoto<{ Step?: object }>(call, moto);
        const id = input.StepId as string;
        if (!output.Step || Object.keys(output.Step).length === 0)
          throw emrValidationError(`Step id '${id}' is not valid.`);
        return { Step: { ...output.Step, ExecutionRoleArn: roles.of(call).get(id) } };
      },
    },
  });
}

async function requireRuntimeRoles(call: AwsCall, moto: MotoClient, cluster: string): Promise<void> {
  const { SecurityConfiguration: name } = await describedCluster(call, moto, cluster);
  const configuration =
    name === undefined
      ? undefined
      : await moto.ask<{ SecurityConfiguration: string }>(
          'elasticmapreduce',
          'ElasticMapReduce.DescribeSecurityConfiguration',
          { Name: name },
          call,
        );
  const settings = JSON.parse(configuration?.SecurityConfiguration ?? '{}') as {
    AuthorizationConfiguration?: { IAMConfiguration?: { EnableApplicationScopedIAMRole?: boolean } };
  };
  if (settings.AuthorizationConfiguration?.IAMConfiguration?.EnableApplicationScopedIAMRole !== true)
    throw emrValidationError('Runtime roles are not enabled for this cluster.');
}
