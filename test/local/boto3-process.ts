import { type ChildProcess, spawn } from 'node:child_process';
import { type Interface, createInterface } from 'node:readline';

/** What a call came to: its output's fields, or the error. */
export interface Called {
  readonly output?: Record<string, unknown>;
  readonly code?: string;
  readonly message?: string;
  readonly status?: number;
}

export interface Boto3Options {
  /** @default the management account */
  readonly account?: string;
  /** @default eu-west-1 */
  readonly region?: string;
}

/** Reads requests line by line and answers each with a line: loading boto3 takes longer than all calls together. */
const SCRIPT = `
import boto3, botocore, json, sys
sessions, clients = {}, {}

def session(account, region):
    if (account, region) not in sessions:
        own = boto3.Session(region_name=region)
        if account:
            role = own.client('sts').assume_role(RoleArn=f'arn:aws:iam::{account}:role/Test', RoleSessionName='test')['Credentials']
            own = boto3.Session(role['AccessKeyId'], role['SecretAccessKey'], role['SessionToken'], region_name=region)
        sessions[account, region] = own
    return sessions[account, region]

def client(service, account, region):
    key = (service, account, region)
    if key not in clients:
        config = botocore.config.Config(parameter_validation=False)
        clients[key] = session(account, region).client(service, config=config)
    return clients[key]

def made(client, method, input):
    try:
        output = getattr(client, method)(**input)
        del output['ResponseMetadata']
        return {'output': output}
    except botocore.exceptions.ClientError as e:
        error = e.response['Error']
        return {'code': error['Code'], 'message': error['Message'], 'status': e.response['ResponseMetadata']['HTTPStatusCode']}

for line in sys.stdin:
    request = json.loads(line)
    to = client(request['service'], request.get('account'), request['region'])
    print(json.dumps([made(to, *call) for call in request['calls']], default=str), flush=True)
`;

/** One Python process that makes calls with boto3, its own checks of the input turned off. */
export class Boto3Process {
  private readonly python: ChildProcess;
  private readonly lines: Interface;
  private readonly answers: AsyncIterator<string>;
  private stderr = '';
  private last: Promise<unknown> = Promise.resolve();

  constructor(env: NodeJS.ProcessEnv) {
    const python = spawn('python3', ['-c', SCRIPT], { env, stdio: 'pipe' });
    python.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.python = python;
    this.lines = createInterface(python.stdout);
    this.answers = this.lines[Symbol.asyncIterator]();
  }

  /** Makes calls of one service, one after the other. */
  make(
    service: string,
    calls: readonly (readonly [method: string, input?: object])[],
    { account, region = 'eu-west-1' }: Boto3Options = {},
  ): Promise<Called[]> {
    const request = { service, account, region, calls: calls.map(([name, input]) => [name, input ?? {}]) };
    const answer = this.last.then(async () => {
      this.python.stdin?.write(`${JSON.stringify(request)}\n`);
      const line = await this.answers.next();
      if (line.done === true) throw new Error(this.stderr);
      return JSON.parse(line.value) as Called[];
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }

  end(): void {
    this.lines.close();
    this.python.stdin?.end();
  }
}
