import { NodeHttpHandler } from '@smithy/node-http-handler';
import { HttpsProxyAgent } from 'https-proxy-agent';

/** Options for any client of the AWS SDK for JavaScript v3; credentials are found by the SDK. */
export interface AwsClientOptions {
  readonly region: string;
  readonly requestHandler?: NodeHttpHandler;
}

/**
 * How commands reach AWS, or the local cloud inside `lz local exec`: that SDK alone does not honour HTTPS_PROXY.
 *
 * @param environment variables of the command
 */
export function awsClient(region: string, environment: NodeJS.ProcessEnv = process.env): AwsClientOptions {
  // The SDK warns about Node 20 in a box of its own; which versions are supported is this project's to say.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const proxy = environment.HTTPS_PROXY ?? environment.https_proxy;
  if (proxy === undefined || proxy === '') return { region };
  return { region, requestHandler: new NodeHttpHandler({ httpsAgent: new HttpsProxyAgent(proxy) }) };
}
