import { LOCAL_ACCESS_KEY } from '../../local/moto-client';
import { iamAction } from './iam-action';

/** What makes Terraform's provider write its calls down; both go into the environment of a command. */
export function callLog(file: string): NodeJS.ProcessEnv {
  return { TF_LOG_PROVIDER: 'DEBUG', TF_LOG_PATH: file };
}

/** The actions that a run of Terraform needed, by the account it made the calls in. */
export interface ProviderCalls {
  readonly management: readonly string[];
  readonly stage: readonly string[];
}

/**
 * Reads what the provider has written down.
 *
 * A call in the management account has the keys of the local cloud, one in a stage those of the role that the
 * provider has assumed there.
 *
 * @throws Error for a call that no action is known for: it would go unchecked
 */
export function providerCalls(log: string): ProviderCalls {
  const found = { management: new Set<string>(), stage: new Set<string>() };
  // A record goes on over several lines when the call has a body.
  for (const record of log.split(/\n(?=\d{4}-\d\d-\d\dT)/)) {
    if (!record.includes(': HTTP Request Sent:')) continue;
    const service = /\brpc\.service=(?:"([^"]+)"|(\S+))/.exec(record);
    const [, operation] = /\brpc\.method=(\S+)/.exec(record) ?? [];
    const [, key] = /Credential=([^/]+)\//.exec(record) ?? [];
    if (service === null || operation === undefined || key === undefined) {
      if (/ api\/sts#/.test(record)) continue;
      throw new Error(`expected service, operation and key in a record of the provider, found ${record}`);
    }
    const action = iamAction(service[1] ?? service[2] ?? '', operation);
    if (action !== undefined) found[key === LOCAL_ACCESS_KEY ? 'management' : 'stage'].add(action);
  }
  return { management: [...found.management].sort(), stage: [...found.stage].sort() };
}
