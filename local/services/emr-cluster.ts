import type { AwsCall } from '../aws-call';
import { type EmrClusters, emrValidationError } from '../emr-clusters';
import { asksForRuntimeRoles, checkStepRole } from '../emr-runtime-roles';
import { checkInput } from '../input-shape';
import { type JsonInput, askMoto, jsonService } from '../json-service';
import type { MotoClient } from '../moto-client';
import { checkedAutoTermination } from './emr-auto-termination-policy';
import { MANAGED_SCALING_POLICY, checkedManagedScaling } from './emr-managed-scaling-policy';
import { ROLE_ARN, STEPS } from './emr-step';

/** Fields of a request that come back in the description of the cluster and that moto drops. */
const REMEMBERED = ['LogEncryptionKmsKeyId', 'OSReleaseLabel', 'PlacementGroupConfigs', 'ScaleDownBehavior'];

const jobFlowIds = { JobFlowIds: { isRequired: true } } as const;

/**
 * What moto drops when a cluster is started, and what it does not look at before.
 *
 * Sources: https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html and
 * https://docs.aws.amazon.com/emr/latest/APIReference/API_DescribeCluster.html
 */
export function emrCluster(clusters: EmrClusters) {
  return jsonService({
    name: 'emr-cluster',
    service: 'elasticmapreduce',
    actions: {
      async RunJobFlow(input, call, moto) {
        const jobFlow = checkedJobFlow(input);
        const role = jobFlow.StepExecutionRoleArn;
        const hasSteps = (jobFlow.Steps ?? []).length > 0;
        const hasRuntimeRoles = await asksForRuntimeRoles(call, moto, jobFlow.SecurityConfiguration);
        if (hasSteps) checkStepRole(hasRuntimeRoles, role);
        await checkNames(jobFlow, call, moto);
        const output = await askMoto<{ JobFlowId: string }>(call, moto);
        const cluster = clusters.of(call, output.JobFlowId);
        for (const field of REMEMBERED) {
          if (input[field] !== undefined) cluster.attributes[field] = input[field];
        }
        cluster.attributes.UnhealthyNodeReplacement = jobFlow.Instances.UnhealthyNodeReplacement ?? false;
        if (input.AutoTerminationPolicy)
          cluster.autoTerminationPolicy = checkedAutoTermination(input.AutoTerminationPolicy);
        if (input.ManagedScalingPolicy) cluster.managedScalingPolicy = input.ManagedScalingPolicy;
        cluster.hasRuntimeRoles = hasRuntimeRoles;
        if (hasSteps) cluster.firstStepsRole = role;
        return output;
      },
      async DescribeCluster(input, call, moto) {
        checkInput(input, { ClusterId: { isRequired: true } });
        const output = await askMoto<{ Cluster: object }>(call, moto);
        const { PlacementGroupConfigs, ...attributes } = clusters.of(
          call,
          input.ClusterId as string,
        ).attributes;
        return {
          Cluster: {
            ...output.Cluster,
            InstanceCollectionType: 'INSTANCE_GROUP',
            ...attributes,
            ...(PlacementGroupConfigs ? { PlacementGroups: PlacementGroupConfigs } : {}),
          },
        };
      },
      SetUnhealthyNodeReplacement(input, call) {
        checkInput(input, { ...jobFlowIds, UnhealthyNodeReplacement: { isRequired: true } });
        for (const id of input.JobFlowIds as string[])
          clusters.of(call, id).attributes.UnhealthyNodeReplacement = input.UnhealthyNodeReplacement;
        return {};
      },
      SetKeepJobFlowAliveWhenNoSteps(input, call) {
        checkInput(input, { ...jobFlowIds, KeepJobFlowAliveWhenNoSteps: { isRequired: true } });
        for (const id of input.JobFlowIds as string[])
          clusters.of(call, id).attributes.AutoTerminate = !input.KeepJobFlowAliveWhenNoSteps;
        return {};
      },
    },
  });
}

interface JobFlow extends JsonInput {
  readonly Instances: { readonly Ec2SubnetId?: string; readonly UnhealthyNodeReplacement?: boolean };
  readonly SecurityConfiguration?: string;
  readonly Steps?: readonly object[];
  readonly StepExecutionRoleArn?: string;
}

function checkedJobFlow(input: JsonInput): JobFlow {
  checkInput(input, {
    Name: { isRequired: true, max: 256 },
    LogUri: { max: 10_280 },
    ReleaseLabel: { max: 256 },
    Instances: { isRequired: true },
    ScaleDownBehavior: { values: ['TERMINATE_AT_INSTANCE_HOUR', 'TERMINATE_AT_TASK_COMPLETION'] },
    StepConcurrencyLevel: { min: 1, max: 256 },
    ManagedScalingPolicy: MANAGED_SCALING_POLICY,
    Steps: STEPS,
    StepExecutionRoleArn: ROLE_ARN,
  });
  const release = input.ReleaseLabel as string | undefined;
  if (release !== undefined && !/^emr-(?:spark-)?\d+\.\d+\.\d+(?:-latest)?$/.test(release))
    throw emrValidationError(`The supplied release label is invalid: ${release}.`);
  if (input.AutoTerminationPolicy) checkedAutoTermination(input.AutoTerminationPolicy);
  if (input.ManagedScalingPolicy) checkedManagedScaling(input.ManagedScalingPolicy as JsonInput);
  return input as JobFlow;
}

/** Refuses an instance profile and a subnet that are not there. */
async function checkNames(jobFlow: JobFlow, call: AwsCall, moto: MotoClient): Promise<void> {
  const profile = jobFlow.JobFlowRole as string | undefined;
  const profileName = profile?.replace(/^.*:instance-profile\/(?:.*\/)?/, '');
  if (
    profileName !== undefined &&
    !(await exists('iam', { Action: 'GetInstanceProfile', InstanceProfileName: profileName }, call, moto))
  )
    throw emrValidationError(`Invalid InstanceProfile: ${profile}.`);
  const subnet = jobFlow.Instances.Ec2SubnetId;
  if (
    subnet !== undefined &&
    !(await exists('ec2', { Action: 'DescribeSubnets', 'SubnetId.1': subnet }, call, moto))
  )
    throw emrValidationError(`The subnet configuration was invalid: The subnet ${subnet} does not exist.`);
}

async function exists(
  service: string,
  query: Record<string, string>,
  call: AwsCall,
  moto: MotoClient,
): Promise<boolean> {
  const { status } = await moto.rest(service, 'GET', `/?${new URLSearchParams(query).toString()}`, '', call);
  return status === 200;
}
