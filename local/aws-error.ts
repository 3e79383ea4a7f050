import { randomUUID } from 'node:crypto';
import type { AwsCall } from './aws-call';
import type { AwsAnswer } from './local-service';

/** An error in AWS's words, to be shaped for the protocol of the call that caused it. */
export interface AwsError {
  readonly code: string;
  readonly message: string;
  /**
   * HTTP status.
   *
   * @default 400 - which no SDK retries
   */
  readonly status?: number;
}

/** Thrown by a local service to answer as AWS does when it refuses a call: to the cloud, an answer like any other. */
export class ServiceError extends Error {
  constructor(readonly awsError: AwsError) {
    super(awsError.message);
  }
}

/** Thrown by a local service to refuse a call; it is counted and logged as what it says. */
export class Refusal extends Error {
  constructor(readonly awsError: AwsError) {
    super(awsError.message);
  }
}

/** The error as the caller's SDK expects it on the wire. */
export function errorAnswer(call: Pick<AwsCall, 'protocol' | 'service'>, error: AwsError): AwsAnswer {
  const requestId = randomUUID();
  const status = error.status ?? 400;
  switch (call.protocol) {
    case 'json':
    case 'rest-json':
      return answer(status, 'application/x-amz-json-1.1', requestId, json(error), {
        'x-amzn-errortype': error.code,
      });
    case 'cbor':
      return answer(status, 'application/cbor', requestId, cbor(error), { 'smithy-protocol': 'rpc-v2-cbor' });
    case 'ec2':
      return answer(status, 'text/xml', requestId, ec2Xml(error, requestId));
    case 'query':
      return answer(status, 'text/xml', requestId, queryXml(error, requestId));
    case 'rest-xml':
      // S3 alone puts the error at the root; S3 Control, Route 53 and CloudFront wrap it as query does.
      return answer(
        status,
        'application/xml',
        requestId,
        call.service === 's3' ? s3Xml(error, requestId) : queryXml(error, requestId),
      );
  }
}

function answer(
  status: number,
  type: string,
  requestId: string,
  body: string | Buffer,
  more = {},
): AwsAnswer {
  const headers = {
    'content-type': type,
    'x-amzn-requestid': requestId,
    'x-amz-request-id': requestId,
    ...more,
  };
  return { status, headers, body: Buffer.from(body) };
}

function json({ code, message }: AwsError): string {
  return JSON.stringify({ __type: code, message });
}

function queryXml(error: AwsError, requestId: string): string {
  const type = (error.status ?? 400) < 500 ? 'Sender' : 'Receiver';
  const { code, message } = escaped(error);
  return `<ErrorResponse><Error><Type>${type}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
}

function ec2Xml(error: AwsError, requestId: string): string {
  const { code, message } = escaped(error);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`;
}

function s3Xml(error: AwsError, requestId: string): string {
  const { code, message } = escaped(error);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message><RequestId>${requestId}</RequestId></Error>`;
}

/** A CBOR map of two text strings, all that an error needs. */
function cbor({ code, message }: AwsError): Buffer {
  const text = (value: string): Buffer => {
    const bytes = Buffer.from(value);
    return Buffer.concat([Buffer.from([0x79, bytes.length >> 8, bytes.length & 0xff]), bytes]);
  };
  return Buffer.concat([Buffer.from([0xa2]), text('__type'), text(code), text('message'), text(message)]);
}

function escaped({ code, message }: AwsError): AwsError {
  const xml = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return { code: xml(code), message: xml(message) };
}
