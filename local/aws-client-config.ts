import { readFileSync } from 'node:fs';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { certificatePath } from './cloud-files';
import type { CloudAddress } from './environment';
import { LOCAL_ACCESS_KEY } from './moto-client';

/** Options for any client of the AWS SDK for JavaScript v3. */
export interface AwsClientConfig {
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly requestHandler: NodeHttpHandler;
  readonly maxAttempts: number;
}

/** Points a JavaScript client at a local cloud: that SDK alone does not honour HTTPS_PROXY. */
export function awsClientConfig(cloud: CloudAddress, region = 'eu-west-1'): AwsClientConfig {
  // The SDK warns about Node 20 in a box of its own; which versions are supported is this project's to say.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const ca = readFileSync(certificatePath(cloud.folder));
  const httpsAgent = new HttpsProxyAgent(`http://127.0.0.1:${cloud.proxyPort}`, { keepAlive: true });
  // The agent's own options only reach the connection to the proxy; Node adds these to those of each request,
  // and so to the TLS connection inside.
  Object.assign(httpsAgent.options, { ca });
  return {
    region,
    credentials: { accessKeyId: LOCAL_ACCESS_KEY, secretAccessKey: LOCAL_ACCESS_KEY },
    requestHandler: new NodeHttpHandler({ httpsAgent }),
    maxAttempts: 2,
  };
}
