import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import which from 'which';
import { MOTO_VERSION } from './not-emulated';
import { UserError } from './user-error';

const run = promisify(execFile);

/** One way to run moto on this machine. */
export interface MotoLauncher {
  readonly command: string;
  /** Arguments that make moto listen on a port of 127.0.0.1. */
  readonly args: (port: number) => string[];
  /** Name of the container when moto runs in one: stopping the client does not stop that. */
  readonly container?: (port: number) => string;
  /** Shown while it starts. */
  readonly description: string;
  /** How long it may take: a container or a tool runner may download first. */
  readonly patienceSeconds: number;
}

const requirement = `moto[all,server]==${MOTO_VERSION}`;
const image = `motoserver/moto:${MOTO_VERSION}`;
const listen = (port: number): string[] => ['-H', '127.0.0.1', '-p', String(port)];

/** Finds moto: installed, through a Python tool runner, or in a container; else says how to get it. */
export async function findMoto(env: NodeJS.ProcessEnv = process.env): Promise<MotoLauncher> {
  const on = async (command: string) => which(command, { path: env.PATH ?? '', nothrow: true });

  const server = await on('moto_server');
  if (server) return { command: server, args: listen, description: 'moto_server', patienceSeconds: 60 };
  const uvx = await on('uvx');
  if (uvx) return runner(uvx, 'uvx', ['--from', requirement, 'moto_server']);
  const pipx = await on('pipx');
  if (pipx) return runner(pipx, 'pipx', ['run', '--spec', requirement, 'moto_server']);
  const docker = await on('docker');
  if (docker && (await answers(docker, env))) return container(docker);

  const missing = docker
    ? 'no moto_server, uvx or pipx on PATH, and no docker engine answers'
    : 'no moto_server, uvx, pipx or docker on PATH';
  throw new UserError(
    [
      `the local cloud needs moto ${MOTO_VERSION}, the AWS emulator: ${missing}. Get it in one of these ways:`,
      `  pip install '${requirement}'           (Python >= 3.9)`,
      '  install uv (https://docs.astral.sh/uv) or pipx  (moto is then fetched on first use)',
      `  start a docker engine                           (runs the image ${image})`,
    ].join('\n'),
  );
}

function runner(command: string, name: string, args: string[]): MotoLauncher {
  const description = `moto ${MOTO_VERSION} through ${name}`;
  return { command, args: (port) => [...args, ...listen(port)], description, patienceSeconds: 600 };
}

function container(command: string): MotoLauncher {
  // With the process, since another cloud can be given the same port: ending this moto must not end that one.
  const name = (port: number): string => `landing-zone-moto-${port}-${process.pid}`;
  return {
    command,
    args: (port) => ['run', '--rm', '--name', name(port), '-p', `127.0.0.1:${port}:5000`, image],
    container: name,
    description: `moto ${MOTO_VERSION} in a container`,
    patienceSeconds: 600,
  };
}

async function answers(docker: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  return run(docker, ['version', '--format', '{{.Server.Version}}'], { env, timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}
