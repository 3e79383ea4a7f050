import { type AwsRequest, parseAwsCall } from '../../local/aws-call';

interface Given {
  readonly method?: string;
  readonly host: string;
  readonly path?: string;
  readonly scope?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function parse({ method = 'POST', host, path = '/', scope, headers = {}, body = '' }: Given) {
  const authorization = scope
    ? {
        Authorization: `AWS4-HMAC-SHA256 Credential=KEY/20260101/${scope}/aws4_request, SignedHeaders=host, Signature=0`,
      }
    : {};
  const rawHeaders = Object.entries({ ...authorization, ...headers });
  const request: AwsRequest = { method, host, path, rawHeaders, body: Buffer.from(body) };
  const { service, region, action, protocol, account } = parseAwsCall(request, (key) =>
    key === 'KEY' ? '111122223333' : '123456789012',
  );
  return { service, region, action, protocol, account };
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' };
const signed = { account: '111122223333' };

test.each<[string, Given, object]>([
  [
    'JSON by its target',
    {
      host: 'organizations.us-east-1.amazonaws.com',
      scope: 'us-east-1/organizations',
      headers: { 'X-Amz-Target': 'AWSOrganizationsV20161128.ListRoots' },
    },
    { ...signed, service: 'organizations', region: 'us-east-1', action: 'ListRoots', protocol: 'json' },
  ],
  [
    'query by its form',
    {
      host: 'iam.amazonaws.com',
      scope: 'us-east-1/iam',
      headers: form,
      body: 'Action=GetUser&Version=2010-05-08',
    },
    { ...signed, service: 'iam', action: 'GetUser', protocol: 'query' },
  ],
  [
    'EC2 by its form',
    {
      host: 'ec2.eu-west-1.amazonaws.com',
      scope: 'eu-west-1/ec2',
      headers: form,
      body: 'Action=DescribeVpcs',
    },
    { ...signed, service: 'ec2', action: 'DescribeVpcs', protocol: 'ec2' },
  ],
  [
    'REST by method and path',
    {
      method: 'PUT',
      host: 'api.airflow.eu-west-1.amazonaws.com',
      path: '/environments/main',
      scope: 'eu-west-1/airflow',
    },
    { ...signed, service: 'airflow', action: 'PUT /environments/main', protocol: 'rest-json' },
  ],
  [
    'S3 by its bucket in the host',
    {
      method: 'GET',
      host: 'airflow-dags.s3.eu-west-1.amazonaws.com',
      path: '/?versioning',
      scope: 'eu-west-1/s3',
    },
    { ...signed, service: 's3', action: 'GET /?versioning', protocol: 'rest-xml' },
  ],
  [
    'S3 Control by its host, though it signs as S3',
    { method: 'GET', host: '123456789012.s3-control.eu-west-1.amazonaws.com', scope: 'eu-west-1/s3' },
    { ...signed, service: 's3-control', protocol: 'rest-xml' },
  ],
  [
    'RPC v2 CBOR by its path',
    {
      host: 'monitoring.eu-west-1.amazonaws.com',
      path: '/service/GraniteServiceVersion20100801/operation/ListMetrics',
      scope: 'eu-west-1/monitoring',
      headers: { 'smithy-protocol': 'rpc-v2-cbor' },
    },
    { ...signed, service: 'monitoring', action: 'ListMetrics', protocol: 'cbor' },
  ],
  [
    'a presigned URL by its query',
    {
      method: 'GET',
      host: 'my.bucket.s3.eu-central-1.amazonaws.com',
      path: '/key?X-Amz-Credential=KEY%2F20260101%2Feu-central-1%2Fs3%2Faws4_request',
    },
    { ...signed, service: 's3', region: 'eu-central-1' },
  ],
  [
    'an unsigned call by its host',
    { host: 'sts.eu-west-3.amazonaws.com', headers: form, body: 'Action=AssumeRoleWithWebIdentity' },
    {
      account: '123456789012',
      service: 'sts',
      region: 'eu-west-3',
      action: 'AssumeRoleWithWebIdentity',
      protocol: 'query',
    },
  ],
  [
    'a legacy S3 host',
    { method: 'GET', host: 'bucket.s3-us-west-2.amazonaws.com' },
    { service: 's3', region: 'us-west-2' },
  ],
  [
    'a dual-stack host',
    { method: 'GET', host: 'bucket.s3.dualstack.us-west-2.amazonaws.com' },
    { service: 's3', region: 'us-west-2' },
  ],
  [
    'a host of the api.aws domain',
    { method: 'GET', host: 'lambda.eu-west-1.api.aws:443' },
    { service: 'lambda', region: 'eu-west-1' },
  ],
  [
    'a dual-stack host with a prefix',
    { method: 'GET', host: 'env.airflow.eu-west-1.api.aws' },
    { service: 'airflow', region: 'eu-west-1' },
  ],
  [
    'a FIPS host with a prefix',
    { method: 'GET', host: 'api.airflow-fips.us-east-1.amazonaws.com' },
    { service: 'airflow', region: 'us-east-1' },
  ],
])('knows %s', (_, given, expected) => {
  expect(parse(given)).toMatchObject(expected);
});
