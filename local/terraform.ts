import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gte, valid } from 'semver';
import which from 'which';
import { UserError } from './user-error';

const run = promisify(execFile);

/** The first Terraform with locking in the S3 backend itself. */
export const MINIMUM_TERRAFORM = '1.10.0';

export interface Terraform {
  readonly path: string;
  readonly version: string;
  /** `linux_amd64`: how Terraform names the platform that it runs on. */
  readonly platform: string;
}

/** Finds the Terraform that cdktf will run, or says what is missing. */
export async function findTerraform(env: NodeJS.ProcessEnv = process.env): Promise<Terraform> {
  const name = env.TERRAFORM_BINARY_NAME || 'terraform';
  const source = env.TERRAFORM_BINARY_NAME ? ' (named by TERRAFORM_BINARY_NAME)' : '';
  const wanted = `Terraform ${MINIMUM_TERRAFORM} or newer`;
  const howTo =
    'Install it from https://developer.hashicorp.com/terraform/install, or with tfenv or asdf: .terraform-version names the tested version.';

  const path = await which(name, { path: env.PATH ?? '', nothrow: true });
  if (path === null) throw new UserError(`expected ${wanted} on PATH, found no ${name}${source}. ${howTo}`);

  // From the root folder, so that no configuration lying in this one is read or complained about.
  const output = await run(path, ['version', '-json'], {
    env: { ...env, CHECKPOINT_DISABLE: '1' },
    cwd: '/',
    timeout: 60_000,
  }).catch((error: Error) => {
    throw new UserError(
      `expected ${wanted}, but ${path}${source} cannot tell its version: ${error.message.trim()}. ${howTo}`,
    );
  });
  const found = versionIn(output.stdout);
  // Before all else: what it may not know of the answer is no news in one that is too old.
  if (found !== undefined && !gte(found.version, MINIMUM_TERRAFORM)) {
    throw new UserError(
      `expected ${wanted}, found ${found.version} at ${path}${source}: it lacks state locking in the S3 backend itself. ${howTo}`,
    );
  }
  if (found?.platform === undefined)
    throw new UserError(
      `expected ${wanted}, but ${path}${source} does not answer "version -json" as Terraform does. ${howTo}`,
    );
  return { path, version: found.version, platform: found.platform };
}

/** Terraform may print warnings about its settings before or after the JSON. */
function versionIn(stdout: string): { version: string; platform?: string } | undefined {
  try {
    const json = JSON.parse(stdout.slice(stdout.indexOf('{'), stdout.lastIndexOf('}') + 1)) as Record<
      string,
      unknown
    >;
    const { terraform_version: version, platform } = json;
    if (typeof version !== 'string' || valid(version) === null) return undefined;
    return { version, platform: typeof platform === 'string' ? platform : undefined };
  } catch {
    return undefined;
  }
}
