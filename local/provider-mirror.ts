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
  await writeFileAtomic(file, `${settings ?? ''}${providerInstallation(mirror, source)}`);
  // cdktf locks the provider for its own platform and would ask the registry for it.
  return { TF_CLI_CONFIG_FILE: file, TF_CLI_ARGS_providers_lock: `-fs-mirror=${mirror}` };
}

/** The folder of a filesystem mirror that holds the provider. */
export async function findMirror(
  wanted: WantedProvider,
  search: MirrorSearch = {},
): Promise<string | undefined> {
  for (const folder of await candidates(search)) {
    if (await holds(folder, wanted)) return folder;
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

/** Both layouts that Terraform reads: unpacked `VERSION/PLATFORM/`, and packed zip files. */
async function holds(
  folder: string,
  { source = 'hashicorp/aws', version, platform }: WantedProvider,
): Promise<boolean> {
  const provider = path.join(folder, REGISTRY, source);
  const entries = await readdir(provider).catch(() => []);
  const packed = new RegExp(`^terraform-provider-[a-z0-9-]+_(.+)_${platform}\\.zip$`);
  for (const entry of entries) {
    const zipped = packed.exec(entry)?.[1];
    if (zipped !== undefined && (version === undefined || zipped === version)) return true;
    if (
      (version === undefined || entry === version) &&
      (await readdir(path.join(provider, entry, platform)).catch(() => [])).length > 0
    )
      return true;
  }
  return false;
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
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort(); // prettier-ignore
}
