/**
 * Interface endpoints that this platform's services need when a VPC has no route to the internet.
 *
 * A name is the part of an endpoint service after `com.amazonaws.<region>.`.
 *
 * Sources:
 * - mwaa: "Managing access to service-specific Amazon VPC endpoints on Amazon MWAA" and "Creating the
 *   required VPC service endpoints in an Amazon VPC with private routing"
 *   (https://docs.aws.amazon.com/mwaa/latest/userguide/vpc-vpe-create-access.html). The newest text no
 *   longer lists ecr.*, but awslabs/aws-support-tools MWAA/verify_env still checks them, so they stay.
 * - emr: "Connect to Amazon EMR using an interface VPC endpoint"
 *   (https://docs.aws.amazon.com/emr/latest/ManagementGuide/interface-vpc-endpoint.html), and the calls a
 *   step under a runtime role makes: STS, the Glue catalog, KMS, CloudWatch Logs.
 * - queries: "Connect to Amazon Athena using an interface VPC endpoint"
 *   (https://docs.aws.amazon.com/athena/latest/ug/interface-vpc-endpoint.html).
 * - dags: what Airflow itself calls beside MWAA: its secrets backend ("Using an AWS Secrets Manager VPC endpoint",
 *   https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html), and Parameter Store, where
 *   DAGs read what the stage has (the page of shell).
 * - shell: "Create VPC endpoints for Systems Manager"
 *   (https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html).
 */
export const INTERFACE_ENDPOINT_PRESETS = {
  mwaa: [
    'airflow.api',
    'airflow.env',
    'airflow.ops',
    'ecr.api',
    'ecr.dkr',
    'kms',
    'logs',
    'monitoring',
    'sqs',
  ],
  emr: ['elasticmapreduce', 'glue', 'kms', 'logs', 'sts'],
  queries: ['athena', 'glue'],
  dags: ['secretsmanager', 'ssm'],
  shell: ['ec2messages', 'ssm', 'ssmmessages'],
} as const satisfies Record<string, readonly string[]>;

/** Name of a set of interface endpoints. */
export type InterfaceEndpointPreset = keyof typeof INTERFACE_ENDPOINT_PRESETS;

/**
 * Endpoints that must never stand in a stage's VPC, with the reason.
 *
 * Source: "Using managed scaling in Amazon EMR", considerations
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/managed-scaling-considerations.html).
 */
export const FORBIDDEN_INTERFACE_ENDPOINTS: Readonly<Record<string, string>> = {
  'execute-api': 'with private DNS it breaks EMR managed scaling in the whole VPC',
  s3: 'the S3 gateway endpoint is always there, is free, and serves the same requests',
  dynamodb: 'the DynamoDB gateway endpoint is free: set network.endpoints.dynamodb to true',
};

/**
 * Turns a list of presets and service names into the services to make endpoints for.
 *
 * @returns service names without duplicates, sorted, so that the order in the file changes nothing.
 */
export function expandInterfaceEndpoints(entries: readonly string[]): string[] {
  const services = entries.flatMap((entry): readonly string[] =>
    Object.hasOwn(INTERFACE_ENDPOINT_PRESETS, entry)
      ? INTERFACE_ENDPOINT_PRESETS[entry as InterfaceEndpointPreset]
      : [entry],
  );
  return [...new Set(services)].sort();
}
