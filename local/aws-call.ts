import { isAwsHost, regionOfHost, serviceOfHost } from './aws-host';

/** The wire formats of AWS APIs. They decide how an answer and, above all, an error must look. */
export type AwsProtocol = 'json' | 'query' | 'ec2' | 'rest-json' | 'rest-xml' | 'cbor';

/** An HTTP request as it arrived, with its body as the very bytes that were sent. */
export interface AwsRequest {
  readonly method: string;
  /** Path and query as sent, still percent-encoded. */
  readonly path: string;
  readonly host: string;
  readonly rawHeaders: ReadonlyArray<readonly [name: string, value: string]>;
  readonly body: Buffer;
}

/** One call of an AWS API, understood as far as the local cloud needs to route and answer it. */
export interface AwsCall extends AwsRequest {
  /** SigV4 service name (`organizations`, `s3`, `airflow`); the host's own name when the call is unsigned. */
  readonly service: string;
  readonly region: string;
  /** `PutResourcePolicy`, or method and path (`PUT /environments/main`) for the REST protocols. */
  readonly action: string;
  readonly protocol: AwsProtocol;
  /** The access key that signed the call. */
  readonly accessKeyId?: string;
  /** The account that the call acts in: the management account unless it was signed by an assumed role. */
  readonly account: string;
}

/** Reads what kind of AWS call a request is. `accountOf` tells which account an access key belongs to. */
export function parseAwsCall(request: AwsRequest, accountOf: (accessKeyId?: string) => string): AwsCall {
  const scope = credentialScope(request);
  const hostService = isAwsHost(request.host) ? serviceOfHost(request.host) : undefined;
  // S3 Control signs as `s3` and speaks its own dialect: the host tells them apart.
  const service = hostService === 's3-control' ? hostService : (scope?.service ?? hostService ?? 'unknown');
  const target = header(request, 'x-amz-target');
  const cborOperation = /^\/service\/[^/]+\/operation\/([^/?]+)/.exec(request.path)?.[1];
  const form = formOf(request);
  const base = {
    ...request,
    service,
    region: scope?.region ?? regionOfHost(request.host) ?? 'us-east-1',
    accessKeyId: scope?.accessKeyId,
    account: accountOf(scope?.accessKeyId),
  };

  if (header(request, 'smithy-protocol') === 'rpc-v2-cbor' && cborOperation !== undefined) {
    return { ...base, action: cborOperation, protocol: 'cbor' };
  }
  if (target !== undefined)
    return { ...base, action: target.slice(target.lastIndexOf('.') + 1), protocol: 'json' };
  const action = form?.get('Action');
  if (action) return { ...base, action, protocol: service === 'ec2' ? 'ec2' : 'query' };
  return {
    ...base,
    action: `${request.method} ${restPath(request)}`,
    protocol: isXml(service) ? 'rest-xml' : 'rest-json',
  };
}

/** The first value of a header, by its lower-case name. */
export function header(request: AwsRequest, name: string): string | undefined {
  return request.rawHeaders.find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The parameters of a query or EC2 call. Undefined when the body is not a form. */
export function formOf(request: AwsRequest): URLSearchParams | undefined {
  const type = header(request, 'content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded'))
    return new URLSearchParams(request.body.toString('utf8'));
  const query = queryOf(request);
  return query.has('Action') ? query : undefined;
}

/** The query string's parameters. */
export function queryOf(request: AwsRequest): URLSearchParams {
  const start = request.path.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : request.path.slice(start + 1));
}

function credentialScope(
  request: AwsRequest,
): { accessKeyId: string; region?: string; service: string } | undefined {
  const credential =
    /Credential=([^,\s]+)/.exec(header(request, 'authorization') ?? '')?.[1] ??
    // Presigned URLs carry the same scope in the query.
    queryOf(request).get('X-Amz-Credential');
  // access key / date / region / service / aws4_request; SigV4A has no region.
  const parts = credential?.split('/');
  const service = parts?.at(-2);
  const accessKeyId = parts?.[0];
  if (parts === undefined || service === undefined || accessKeyId === undefined || parts.length < 4)
    return undefined;
  return {
    accessKeyId,
    region: parts.length >= 5 ? parts.at(-3) : undefined,
    service: service.toLowerCase(),
  };
}

/** S3 tells its actions apart by bare query keys (`?versioning`): they belong to the action's name. */
function restPath(request: AwsRequest): string {
  const [path = '/', query = ''] = request.path.split('?', 2);
  const subresource = query.split('&').find((part) => /^[a-z-]+=?$/i.test(part));
  return subresource === undefined ? path : `${path}?${subresource.replace('=', '')}`;
}

function isXml(service: string): boolean {
  return ['s3', 's3-control', 's3express', 'route53', 'cloudfront'].includes(service);
}
