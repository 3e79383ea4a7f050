import { type MirrorSearch, mirrorEnvironment } from './provider-mirror';

/** The variables that Terraform needs in a cloud. */
export async function terraformEnvironment(
  folder: string,
  env: NodeJS.ProcessEnv,
  search: MirrorSearch = {},
): Promise<NodeJS.ProcessEnv> {
  return mirrorEnvironment(folder, { platform: platformName() }, { env, ...search });
}

/** This machine in Terraform's words: `linux_amd64`. */
export function platformName(): string {
  const architectures: Record<string, string> = { x64: 'amd64', ia32: '386' };
  const systems: Record<string, string> = { win32: 'windows' };
  return `${systems[process.platform] ?? process.platform}_${architectures[process.arch] ?? process.arch}`;
}
