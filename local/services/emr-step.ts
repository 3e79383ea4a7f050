import { type EmrClusters, changeableCluster, describedCluster, emrValidationError } from '../emr-clusters';
import { checkStepRole } from '../emr-runtime-roles';
import { type Shape, checkInput } from '../input-shape';
import { askMoto, jsonService } from '../json-service';

/** `StepConfigList` of EMR's model. */
export const STEPS: Shape = {
  items: { fields: { Name: { isRequired: true, max: 256 }, HadoopJarStep: { isRequired: true } } },
};

/** `ArnType` of EMR's model. */
export const ROLE_ARN: Shape = { min: 20, max: 2048 };

/**
 * The role that a step runs under, which moto drops. Clusters whose security configuration turns runtime roles
 * on take no step without one; other clusters take no step with one.
 *
 * Sources: https://docs.aws.amazon.com/emr/latest/APIReference/API_AddJobFlowSteps.html and "Runtime roles for
 * Amazon EMR steps" (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-steps-runtime-roles.html)
 */
export function emrStep(clusters: EmrClusters) {
  return jsonService({
    name: 'emr-step',
    service: 'elasticmapreduce',
    actions: {
      async AddJobFlowSteps(input, call, moto) {
        checkInput(input, {
          JobFlowId: { isRequired: true, max: 256 },
          Steps: { isRequired: true, ...STEPS },
          ExecutionRoleArn: ROLE_ARN,
        });
        const id = input.JobFlowId as string;
        await changeableCluster(call, moto, id);
        const cluster = clusters.of(call, id);
        const role = input.ExecutionRoleArn as string | undefined;
        checkStepRole(cluster.hasRuntimeRoles, role);
        const output = await askMoto<{ StepIds: string[] }>(call, moto);
        if (role !== undefined) for (const step of output.StepIds) cluster.stepRoles.set(step, role);
        return output;
      },
      async DescribeStep(input, call, moto) {
        checkInput(input, { ClusterId: { isRequired: true }, StepId: { isRequired: true } });
        await describedCluster(call, moto, input.ClusterId as string);
        const output = await askMoto<{ Step?: object }>(call, moto);
        const id = input.StepId as string;
        if (!output.Step || Object.keys(output.Step).length === 0)
          throw emrValidationError(`Step id '${id}' is not valid.`);
        const { stepRoles, firstStepsRole } = clusters.of(call, input.ClusterId as string);
        return { Step: { ...output.Step, ExecutionRoleArn: stepRoles.get(id) ?? firstStepsRole } };
      },
    },
  });
}
