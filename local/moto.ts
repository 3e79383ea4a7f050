import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { type MotoLauncher, findMoto } from './moto-launcher';
import { killGroup } from './processes';
import { UserError } from './user-error';

/** How to recognise a moto process again, in another process and after a crash. */
export interface MotoProcess {
  readonly pid: number;
  readonly port: number;
  /** Set when moto runs in a container. */
  readonly container?: { readonly docker: string; readonly name: string };
}

export interface RunningMoto extends MotoProcess {
  /** Settles when the process ends, with what to tell about it. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

export interface StartMotoProps {
  /** File that takes everything moto prints. */
  readonly logFile: string;
  /** Told as soon as the process exists, so that it can be recorded before anything goes wrong. */
  readonly onSpawn?: (moto: MotoProcess) => Promise<void>;
  readonly env?: NodeJS.ProcessEnv;
}

/** Two programs can be given the same free port in the same moment. */
const PORT_ATTEMPTS = 3;

/** What moto's web server (werkzeug) prints once it has its port. */
const LISTENS = /Running on http/;

/** How moto (werkzeug) and docker say that another program has the port. */
const PORT_TAKEN = /in use|port is already allocated/i;

/** How long a moto must live beside answers on its port when it does not print that they are its own. */
const SETTLED_SECONDS = 15;

/** Starts moto on a free port of 127.0.0.1 and waits until it answers. */
export async function startMoto(props: StartMotoProps): Promise<RunningMoto> {
  const env = props.env ?? process.env;
  const launcher = await findMoto(env);
  for (let attempt = 1; ; attempt += 1) {
    const port = await getPort({ host: '127.0.0.1' });
    // Attempts share the file: what an earlier one printed is not said of this one.
    const earlier = (await contents(props.logFile)).length;
    const printed = async (): Promise<string> => (await contents(props.logFile)).slice(earlier);
    const moto = await launch(launcher, port, props, env);
    const failure = await failureToAnswer(moto, launcher.patienceSeconds, printed);
    if (failure === undefined) return moto;
    await moto.stop();
    const tail = (await printed()).trimEnd().split('\n').slice(-5);
    if (attempt < PORT_ATTEMPTS && tail.some((line) => PORT_TAKEN.test(line))) continue;
    // The log goes with the cloud that did not come up, so it is quoted and not named.
    const said = tail.join('') === '' ? 'It printed nothing' : `Its last lines:\n${indented(tail)}`;
    const command = [launcher.command, ...launcher.args(port)].map(quoted).join(' ');
    throw new UserError(
      `${launcher.description} does not answer: ${failure}. ${said}\nTry it alone with: ${command}`,
    );
  }
}

const contents = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

/** As a shell takes it: moto[all,server] is a pattern to it. */
const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word}'`);

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n');

async function launch(
  launcher: MotoLauncher,
  port: number,
  props: StartMotoProps,
  env: NodeJS.ProcessEnv,
): Promise<RunningMoto> {
  // Straight into the file: moto must not block or die when nobody reads a pipe any more.
  const log = openSync(props.logFile, 'a');
  const child = spawn(launcher.command, launcher.args(port), {
    env: motoEnvironment(env),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const ended = endOf(child);
  if (child.pid === undefined) throw new UserError(`${launcher.command} cannot be started: ${await ended}`);
  const name = launcher.container?.(port);
  const moto: MotoProcess = {
    pid: child.pid,
    port,
    container: name === undefined ? undefined : { docker: launcher.command, name },
  };
  await props.onSpawn?.(moto);
  return { ...moto, ended, stop: () => stopMoto(moto) };
}

/** Ends a moto process with all its children, and its container if it has one. */
export async function stopMoto(moto: MotoProcess): Promise<void> {
  if (moto.container !== undefined) {
    const { docker, name } = moto.container;
    await new Promise((resolve) =>
      spawn(docker, ['rm', '-f', name], { stdio: 'ignore' }).on('close', resolve).on('error', resolve),
    );
  }
  await killGroup(moto.pid);
}

/**
 * moto calls nobody but itself, and reads AWS settings as a client would: neither a proxy nor the user's
 * credentials have any business there.
 */
function motoEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(AWS_|MOTO_ACCOUNT_ID$)|^(https?|all)_proxy$/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    PYTHONUNBUFFERED: '1',
    // So that roles can attach policies that AWS manages.
    MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
  };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) =>
      resolve(signal === null ? `it exited with code ${code}` : `it was ended by ${signal}`),
    );
  });
}

/**
 * Waits until this very moto answers: two that start at the same time can have been given one port, and then the first
 * to bind it answers for both until the other finds it taken and ends.
 *
 * @returns undefined when it answers, otherwise why it is waited for no longer
 */
async function failureToAnswer(
  moto: RunningMoto,
  patienceSeconds: number,
  printed: () => Promise<string>,
): Promise<string | undefined> {
  let end: string | undefined;
  void moto.ended.then((how) => (end = how));
  const deadline = Date.now() + patienceSeconds * 1000;
  let answeredSince: number | undefined;
  while (end === undefined && Date.now() < deadline) {
    if (await isServing(moto.port)) {
      answeredSince ??= Date.now();
      const isSettled = Date.now() - answeredSince > SETTLED_SECONDS * 1000;
      if (isSettled || LISTENS.test(await printed())) return undefined;
    }
    await sleep(50);
  }
  return end ?? `${patienceSeconds} s were not enough`;
}

async function isServing(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/moto-api/data.json`, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );
}
