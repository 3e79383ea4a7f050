import type { Dirent } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** What must lie in a mirror for it to be used. */
export interface WantedProvider {
  /** @default hashicorp/aws */
  readonly source?: string;
  /** @default - any version will do */
  readonly version?: string;
  /** `linux_amd64` */
  readonly platform: string;
}

export interface MirrorSearch {
  readonly env?: NodeJS.ProcessEnv;
  /** Folder that `./terraform.d` is looked for in. */
  readonly cwd?: string;
  readonly home?: string;
  /**
   * Folders below which a `registry.terraform.io` tree may lie, itself or one or two levels down.
   *
   * @default /opt
   */
  readonly roots?: readonly string[];
  /** @default - where an administrator would put providers: under /usr/local/share and /usr/share */
  readonly shared?: readonly string[];
}

const REGISTRY = 'registry.terraform.io';

/**
 * The variables that make Terraform install its provider from a mirror on this machine, if there is one and the
 * user has not said otherwise. Without one nothing is set, and Terraform downloads.
 */
export async function mirrorEnvironment(
  folder: string,
  wanted: WantedProvider,
  search: MirrorSearch = {},
): Promise<NodeJS.ProcessEnv> {
  const env = search.env ?? process.env;
  const settings = await cliSettings(env, search.home ?? os.homedir());
  if (settings?.includes('provider_installation')) return {};
  // A file that is not there only makes Terraform warn at every step.
  const silenced = settings === undefined && env.TF_CLI_CONFIG_FILE ? { TF_CLI_CONFIG_FILE: undefined } : {};
  // A file with other settings (credentials, a plugin cache) is the user's: its contents are kept.
  const mirror = await findMirror(wanted, search);
  if (mirror === undefined) return silenced;

  const source = wanted.source ?? 'hashicorp/aws';
  const file = path.join(folder, 'terraform.tfrc');
  await writeFileAtomic(file, `${settings ?? ''}${providerInstallation(mirror.folder, source)}`);
  return {
    TF_CLI_CONFIG_FILE: file,
    // cdktf locks the provider for its own platform and would ask the registry for it.
    TF_CLI_ARGS_providers_lock: `-fs-mirror=${mirror.folder}`,
    // Terraform links to an unpacked mirror, so cdktf's cache of downloads only adds a detour: without it a small
    // deploy took 8 to 10 s instead of 10 to 12.
    ...(mirror.isUnpacked ? { CDKTF_DISABLE_PLUGIN_CACHE_ENV: 'true' } : {}),
  };
}

/** A folder that Terraform can install the provider from. */
export interface Mirror {
  readonly folder: string;
  /** Whether the provider lies there ready to run, rather than zipped. */
  readonly isUnpacked: boolean;
}

/** The first filesystem mirror that holds the provider. */
export async function findMirror(
  wanted: WantedProvider,
  search: MirrorSearch = {},
): Promise<Mirror | undefined> {
  for (const folder of await candidates(search)) {
    const layout = await layoutOf(folder, wanted);
    if (layout !== undefined) return { folder, isUnpacked: layout === 'unpacked' };
  }
  return undefined;
}

/** Terraform's implied local mirror directories, and where people who build machine images put theirs. */
async function candidates(search: MirrorSearch): Promise<string[]> {
  const env = search.env ?? process.env;
  const home = search.home ?? os.homedir();
  const shared = search.shared ?? ['/usr/local/share', '/usr/share'];
  const dataFolders = [
    env.XDG_DATA_HOME || path.join(home, '.local/share'),
    ...(env.XDG_DATA_DIRS ?? '').split(':').filter(Boolean),
    ...shared,
  ];
  return [
    ...(env.LZ_TERRAFORM_MIRROR ? [env.LZ_TERRAFORM_MIRROR] : []),
    path.join(search.cwd ?? process.cwd(), 'terraform.d/plugins'),
    path.join(home, '.terraform.d/plugins'),
    ...dataFolders.map((folder) => path.join(folder, 'terraform/plugins')),
    ...(await Promise.all((search.roots ?? ['/opt']).map((root) => withSubfolders(root, 2)))).flat(),
  ];
}

async function withSubfolders(folder: string, levels: number): Promise<string[]> {
  if (levels === 0) return [folder];
  const below = await Promise.all(
    (await foldersIn(folder)).map((name) => withSubfolders(path.join(folder, name), levels - 1)),
  );
  return [folder, ...below.flat()];
}

/** Terraform reads two layouts: unpacked, `VERSION/PLATFORM/`, and packed, zip files. */
async function layoutOf(
  folder: string,
  { source = 'hashicorp/aws', version, platform }: WantedProvider,
): Promise<'unpacked' | 'packed' | undefined> {
  const provider = path.join(folder, REGISTRY, source);
  const entries = await readdir(provider).catch((): string[] => []);
  for (const entry of version === undefined ? entries : entries.filter((name) => name === version)) {
    const files = await readdir(path.join(provider, entry, platform)).catch((): string[] => []);
    if (files.length > 0) return 'unpacked';
  }
  const packed = new RegExp(`^terraform-provider-[a-z0-9-]+_(.+)_${platform}\\.zip$`);
  const versions = entries.map((entry) => packed.exec(entry)?.[1]).filter((found) => found !== undefined);
  return versions.some((found) => version === undefined || found === version) ? 'packed' : undefined;
}

function providerInstallation(mirror: string, source: string): string {
  const provider = JSON.stringify(`${REGISTRY}/${source}`);
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = [${provider}]
  }
  direct {
    exclude = [${provider}]
  }
}
`;
}

/** The user's CLI settings: the file that TF_CLI_CONFIG_FILE names, else `~/.terraformrc`. */
async function cliSettings(env: NodeJS.ProcessEnv, home: string): Promise<string | undefined> {
  const file = env.TF_CLI_CONFIG_FILE || env.TERRAFORM_CONFIG || path.join(home, '.terraformrc');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined || text.endsWith('\n') ? text : `${text}\n`;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort(); // prettier-ignore
}
