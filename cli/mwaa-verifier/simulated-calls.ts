import { OWN_ACCOUNT, resolved } from './resolved-text';
import type { Call } from './statement-scope';
import { text, type VerifiedEnvironment } from './verified-environment';

/** Calls that AWS simulates together: each action on each resource, through each service. */
export interface SimulatedCalls {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /**
   * Services that make the calls for the role.
   *
   * @default - the role makes them itself
   */
  readonly through?: readonly string[];
  /**
   * A pattern of those among the actions that are not asked for.
   *
   * @default - all are
   */
  readonly spared?: string;
}

/**
 * What the execution role of an environment must be allowed. A `*` is asked for as AWS writes it.
 *
 * The verifier asks for every action of S3 on the bucket and on what is in it; here each is asked for where it means
 * something, which a policy that is as narrow as can be passes too.
 *
 * Source: "Amazon MWAA execution role", example policies for a customer managed key and for an AWS-owned key
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/mwaa-create-role.html).
 */
export function requiredCalls(environment: VerifiedEnvironment): SimulatedCalls[] {
  const { name, region } = environment;
  const arn = (service: string, resource: string) =>
    `arn:aws:${service}:${region}:${OWN_ACCOUNT}:${resource}`;
  return [
    { actions: ['airflow:PublishMetrics'], resources: [arn('airflow', `environment/${name}`)] },
    {
      actions: ['s3:GetBucket*', 's3:List*'],
      resources: [bucketOf(environment)],
      // Only one action begins so, and it is the one that must be denied.
      spared: 's3:ListAll*',
    },
    { actions: ['s3:GetObject*'], resources: [`${bucketOf(environment)}/*`] },
    { actions: ['s3:GetAccountPublicAccessBlock'], resources: ['*'] },
    {
      actions: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:GetLogEvents',
        'logs:GetLogGroupFields',
        'logs:GetLogRecord',
        'logs:GetQueryResults',
        'logs:PutLogEvents',
      ],
      resources: [arn('logs', `log-group:airflow-${name}-*`)],
    },
    { actions: ['logs:DescribeLogGroups'], resources: ['*'] },
    { actions: ['cloudwatch:PutMetricData'], resources: ['*'] },
    {
      actions: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
        'sqs:SendMessage',
      ],
      // MWAA makes the queue in an account of AWS's and tells nobody which.
      resources: [`arn:aws:sqs:${region}:*:airflow-celery-*`],
    },
    {
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*'],
      ...keyOf(environment),
    },
  ];
}

/** What it must not be allowed: on the bucket, where AWS asks, and on everything, which the action is about. */
export function forbiddenCalls(environment: VerifiedEnvironment): SimulatedCalls {
  const bucket = bucketOf(environment);
  return { actions: ['s3:ListAllMyBuckets'], resources: [bucket, `${bucket}/*`, '*'] };
}

/** Each call by itself. */
export function callsOf({ region }: VerifiedEnvironment, calls: SimulatedCalls): Call[] {
  const known = { 'aws:RequestedRegion': region, 'aws:SecureTransport': 'true' };
  const contexts = calls.through?.map((service) => ({ ...known, 'kms:ViaService': service })) ?? [known];
  return calls.actions.flatMap((action) =>
    calls.resources.flatMap((resource) =>
      contexts.map((context) => ({ action, resource, context, spared: calls.spared })),
    ),
  );
}

const bucketOf = (environment: VerifiedEnvironment): string =>
  resolved(environment, text(environment.attributes['source_bucket_arn']) ?? '');

/** The key of the environment; without one AWS's own, of which only the queue needs to be known to the role. */
function keyOf(environment: VerifiedEnvironment): Pick<SimulatedCalls, 'resources' | 'through'> {
  const key = text(environment.attributes['kms_key']);
  const through = (service: string) => `${service}.${environment.region}.amazonaws.com`;
  return key === undefined
    ? { resources: ['arn:aws:kms:*:<account-of-aws>:key/*'], through: [through('sqs')] }
    : { resources: [resolved(environment, key)], through: [through('s3'), through('sqs')] };
}
