import { mkdir } from 'node:fs/promises';
import { AccountDirectory } from './account-directory';
import { type AwsCall, type AwsRequest, parseAwsCall } from './aws-call';
import { type AwsError, Refusal, ServiceError, errorAnswer } from './aws-error';
import { type CallCounts, CallLog } from './call-log';
import { logsOf } from './cloud-files';
import { createCertificateAuthority } from './certificate-authority';
import { MotoRefusal } from './json-service';
import type { AwsAnswer, LocalService } from './local-service';
import { type MotoProcess, startMoto } from './moto';
import { DEFAULT_MANAGEMENT_ACCOUNT, MotoClient } from './moto-client';
import { MotoLog } from './moto-log';
import { verdictOn } from './moto-verdict';
import { emulatorFailed } from './not-emulated';
import { type Proxy, startProxy } from './proxy';
import { type Seed, seedCloud } from './seed';
import { localServices } from './services';

export interface StartCloudProps {
  /** Folder that holds everything of this cloud: certificate, logs, state. Created if missing. */
  readonly folder: string;
  readonly seed?: Seed;
  /**
   * Services tried before those of `services/index.ts`.
   *
   * @default - none
   */
  readonly services?: readonly LocalService[];
  /** Told when the moto process exists. */
  readonly onMoto?: (moto: MotoProcess) => Promise<void>;
  /** @default - progress is not reported */
  readonly onProgress?: (step: string) => void;
  readonly env?: NodeJS.ProcessEnv;
}

/** How the cloud is, as its status address tells. */
export interface CloudHealth extends CallCounts {
  readonly folder: string;
  readonly pid: number;
  /** Why nothing works any more, once moto has ended by itself. */
  readonly failure?: string;
}

export interface Cloud {
  readonly folder: string;
  readonly proxyPort: number;
  readonly moto: MotoProcess;
  readonly managementAccountId: string;
  health(): CloudHealth;
  stop(): Promise<void>;
}

/** Starts moto and the proxy in this process's care and seeds the cloud. */
export async function startCloud(props: StartCloudProps): Promise<Cloud> {
  await mkdir(props.folder, { recursive: true });
  const logs = logsOf(props.folder);
  const progress = props.onProgress ?? (() => undefined);

  const managementAccountId = props.seed?.managementAccountId ?? DEFAULT_MANAGEMENT_ACCOUNT;

  progress('starting the emulator');
  const [authority, moto] = await Promise.all([
    createCertificateAuthority(props.folder),
    startMoto({ logFile: logs.moto, onSpawn: props.onMoto, env: props.env }),
  ]);
  const client = new MotoClient(moto.port, managementAccountId);
  const calls = new CallLog(logs.calls);
  let failure: string | undefined;
  let isStopping = false;
  void moto.ended.then(async (how) => {
    if (isStopping) return;
    failure = `moto ended by itself: ${how}`;
    await calls.write(failure);
  });

  let proxy: Proxy | undefined;
  const stop = async (): Promise<void> => {
    isStopping = true;
    client.close();
    await Promise.all([proxy?.stop(), moto.stop()]);
  };
  try {
    const accounts = new AccountDirectory(managementAccountId);
    const services = [...(props.services ?? []), ...localServices(accounts)];
    const answer = answerer({
      client,
      accounts,
      services,
      calls,
      motoLog: new MotoLog(logs.moto),
      failure: () => failure,
    });
    const health = (): CloudHealth => ({ ...calls.counts, folder: props.folder, pid: process.pid, failure });
    proxy = await startProxy({ authority, answer, status: health, env: props.env ?? process.env });
    progress('creating the organization');
    await seedCloud(client, props.seed);
    return {
      folder: props.folder,
      proxyPort: proxy.port,
      moto: { pid: moto.pid, port: moto.port, container: moto.container },
      managementAccountId,
      health,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface AnswererProps {
  readonly client: MotoClient;
  readonly accounts: AccountDirectory;
  readonly services: readonly LocalService[];
  readonly calls: CallLog;
  readonly motoLog: MotoLog;
  readonly failure: () => string | undefined;
}

/** Answers one call: the first local service that handles it, else moto; never with anything an SDK would retry. */
function answerer({ client, accounts, services, calls, motoLog, failure }: AnswererProps) {
  return async (request: AwsRequest): Promise<AwsAnswer> => {
    const call = parseAwsCall(request, accounts.accountOf);
    const refuse = async (error: AwsError): Promise<AwsAnswer> => {
      await calls.refusal(call, error);
      return errorAnswer(call, error);
    };
    try {
      const answer = await firstAnswer(call, services, client);
      const verdict = await verdictOn(call, answer, motoLog);
      if (verdict !== undefined) return await refuse(verdict);
      calls.answer();
      return answer;
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.awsError);
      const reason = failure() ?? (error instanceof Error ? error.message : String(error));
      return refuse(emulatorFailed(call, reason, motoLog.path));
    }
  };
}

async function firstAnswer(
  call: AwsCall,
  services: readonly LocalService[],
  client: MotoClient,
): Promise<AwsAnswer> {
  const service = services.find((candidate) => candidate.handles(call));
  if (service === undefined) return client.forward(call);
  try {
    return await service.answer(call, client);
  } catch (error) {
    if (error instanceof ServiceError) return errorAnswer(call, error.awsError);
    if (error instanceof MotoRefusal) return error.answer;
    throw error;
  }
}
