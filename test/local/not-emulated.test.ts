import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DescribeVerifiedAccessInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import { LeaveOrganizationCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { GetBucketMetricsConfigurationCommand, S3Client } from '@aws-sdk/client-s3';
import { awsClientConfig } from '../../local/aws-client-config';
import { findTerraform } from '../../local/terraform';
import { useCloud } from './cloud-under-test';

const local = useCloud();

/** An SDK's own retries would take far longer. */
const AT_ONCE_SECONDS = 15;

interface BotoError {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly seconds: number;
}

/** Makes each call with boto3 and its default retries, and collects the errors. */
async function errorsOf(
  calls: readonly (readonly [service: string, method: string, args: string])[],
): Promise<BotoError[]> {
  return local.python<BotoError[]>(`
import boto3, botocore, json, os, time
del os.environ['AWS_MAX_ATTEMPTS']
errors = []
for service, method, args in ${JSON.stringify(calls)}:
    client = boto3.client(service)
    started = time.time()
    try:
        getattr(client, method)(**json.loads(args))
        errors.append(None)
    except botocore.exceptions.ClientError as e:
        error = e.response['Error']
        errors.append({'code': error['Code'], 'message': error['Message'],
                       'status': e.response['ResponseMetadata']['HTTPStatusCode'], 'seconds': time.time() - started})
print(json.dumps(errors))`);
}

const missing = [
  ['json', 'organizations', 'leave_organization', '{}', 'organizations:LeaveOrganization'],
  ['ec2', 'ec2', 'describe_verified_access_instances', '{}', 'ec2:DescribeVerifiedAccessInstances'],
  [
    'query',
    'iam',
    'reset_service_specific_credential',
    '{"ServiceSpecificCredentialId":"ACCA1234567890EXAMPLE"}',
    'iam:ResetServiceSpecificCredential',
  ],
  [
    'rest-json',
    'securityhub',
    'create_finding_aggregator',
    '{"RegionLinkingMode":"x"}',
    'securityhub:POST /findingAggregator/create',
  ],
  ['rest-xml', 'route53', 'get_health_check_count', '{}', 'route53:GET /2013-04-01/healthcheckcount'],
  [
    'rest-xml of S3',
    's3',
    'list_bucket_metrics_configurations',
    '{"Bucket":"any-bucket"}',
    's3:GET /?metrics',
  ],
  [
    'rest-xml of S3 Control',
    's3control',
    'list_jobs',
    '{"AccountId":"123456789012"}',
    's3-control:GET /v20180820/jobs',
  ],
  ['rest-json of a service that moto lacks', 'grafana', 'list_workspaces', '{}', 'grafana:GET /workspaces'],
] as const;

test('fails at once, naming service and action, on a call that is not emulated, in every protocol', async () => {
  const errors = await errorsOf(missing.map(([, service, method, args]) => [service, method, args]));
  missing.forEach(([protocol, , , , name], index) => {
    expect({ protocol, ...errors[index] }).toMatchObject({ protocol, code: 'NotEmulated', status: 400 });
    expect(errors[index]?.message).toContain(`the local cloud does not emulate ${name} (moto 5.2.1 lacks`);
    expect(errors[index]?.seconds).toBeLessThan(AT_ONCE_SECONDS);
  });
}, 60_000);

test('fails with the reason and the log when the emulator breaks on a call', async () => {
  const [error] = await errorsOf([['mq', 'delete_broker', '{"BrokerId":"b-nobodys"}']]);
  expect(error).toMatchObject({ code: 'EmulatorFailed', status: 400 });
  expect(error?.message).toMatch(/failed on mq:DELETE \/v1\/brokers\/b-nobodys: KeyError: .*moto\.log/);
  expect(error?.seconds).toBeLessThan(AT_ONCE_SECONDS);
}, 30_000);

test('fails in the JavaScript SDK with the same error', async () => {
  const config = { ...awsClientConfig(local.cloud), maxAttempts: 3 };
  const name = 'NotEmulated';
  await expect(
    new EC2Client(config).send(new DescribeVerifiedAccessInstancesCommand()),
  ).rejects.toMatchObject({
    name,
  });
  await expect(new OrganizationsClient(config).send(new LeaveOrganizationCommand())).rejects.toMatchObject({
    name,
  });
  await expect(
    new S3Client(config).send(new GetBucketMetricsConfigurationCommand({ Bucket: 'any', Id: 'x' })),
  ).rejects.toMatchObject({ name });
});

test('fails in the AWS CLI at once', async () => {
  const { code, stderr, seconds } = await local.run('aws', 'grafana', 'list-workspaces');
  expect({ code, stderr }).toEqual({
    code: 255,
    stderr: expect.stringContaining('does not emulate grafana:GET /workspaces') as string,
  });
  expect(seconds).toBeLessThan(AT_ONCE_SECONDS);
});

test('fails in Terraform within the time that its provider takes to start', async () => {
  const terraform = await findTerraform();
  const configuration = {
    terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } } },
    provider: { aws: { region: 'eu-west-1' } },
    resource: { aws_oam_sink: { this: { name: 'x' } } },
  };
  await writeFile(path.join(local.root, 'main.tf.json'), JSON.stringify(configuration));
  expect(await local.run(terraform.path, 'init', '-input=false')).toMatchObject({ code: 0 });
  const { code, stderr, seconds } = await local.run(
    terraform.path,
    'apply',
    '-auto-approve',
    '-input=false',
    '-no-color',
  );
  expect(code).toBe(1);
  expect(stderr.replace(/\s*\n│?\s*/g, ' ')).toContain('does not emulate oam:POST /CreateSink');
  expect(seconds).toBeLessThan(30);
}, 60_000);

test('what was not emulated is written down', async () => {
  const log = await readFile(path.join(local.cloud.folder, 'calls.log'), 'utf8');
  expect(log).toContain(
    'NotEmulated 123456789012 eu-west-1 the local cloud does not emulate ec2:DescribeVerifiedAccessInstances',
  );
});
