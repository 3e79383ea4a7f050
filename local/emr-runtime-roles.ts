import type { AwsCall } from './aws-call';
import { emrValidationError } from './emr-clusters';
import type { MotoClient } from './moto-client';

/** A security configuration of EMR, as far as anything depends on it. */
interface SecurityConfiguration {
  readonly AuthorizationConfiguration?: {
    readonly IAMConfiguration?: { readonly EnableApplicationScopedIAMRole?: boolean };
  };
}

/**
 * Whether a security configuration has every step run under a role of its own; refuses one that is not there.
 *
 * Source: "Runtime roles for Amazon EMR steps"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-steps-runtime-roles.html)
 */
export async function asksForRuntimeRoles(call: AwsCall, moto: MotoClient, name?: string): Promise<boolean> {
  if (name === undefined) return false;
  const target = 'ElasticMapReduce.DescribeSecurityConfiguration';
  const found = await moto
    .ask<{ SecurityConfiguration: string }>('elasticmapreduce', target, { Name: name }, call)
    .catch(() => {
      throw emrValidationError(`Security configuration with name '${name}' does not exist.`);
    });
  const { AuthorizationConfiguration } = JSON.parse(found.SecurityConfiguration) as SecurityConfiguration;
  return AuthorizationConfiguration?.IAMConfiguration?.EnableApplicationScopedIAMRole === true;
}

/**
 * Refuses steps without a role on a cluster with runtime roles, and steps with one on any other cluster.
 *
 * Source of AWS's words: https://github.com/awslabs/amazon-emr-cli/pull/21, from AddJobFlowSteps. For a role on
 * a cluster without runtime roles AWS adds advice, whose wording is not known here.
 */
export function checkStepRole(hasRuntimeRoles: boolean, role: string | undefined): void {
  if (hasRuntimeRoles && role === undefined)
    throw emrValidationError(
      'Runtime roles are required for this cluster. Please specify the role using the ExecutionRoleArn parameter.',
    );
  if (!hasRuntimeRoles && role !== undefined)
    throw emrValidationError('Runtime roles are not supported on this cluster.');
}
