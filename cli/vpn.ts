import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Attachments, EnvironmentConfig, OrganizationConfig } from '../config';
import { repositoryRoot } from '../local/folders';
import { UserError } from './user-error';

interface ProfileOptions {
  readonly out?: string;
  readonly randomHost?: boolean;
}

/** `lz vpn`: what people need to connect. */
export function registerVpn(program: Command): void {
  program
    .command('vpn')
    .description('the Client VPN of a stage')
    .command('profile')
    .description('print the profile that people give to the AWS VPN client')
    .argument('<stage>', 'name of the stage')
    .option('--out <file>', 'write it to a file, such as sandbox.ovpn')
    .option(
      '--random-host',
      'put the random host name in, for clients that do not know remote-random-hostname; AWS’s own does',
    )
    .action(profile);
}

async function profile(name: string, options: ProfileOptions): Promise<void> {
  const { environment, organization, attachments } = await stageConfig(name);
  await failWithoutVpn(environment, attachments);
  const [
    { EC2Client },
    { awsClient },
    { stageCredentials },
    { exportProfile },
    { forAnyClient, forAwsClient },
  ] = await Promise.all([
    import('@aws-sdk/client-ec2'),
    import('./aws-client'),
    import('./stage-credentials'),
    import('./vpn/export-profile'),
    import('./vpn/profile-text'),
  ]);
  const credentials = await stageCredentials(organization, environment);
  const ec2 = new EC2Client({ ...awsClient(environment.region), credentials });
  const exported = await exportProfile(ec2, environment.stage);
  const text = options.randomHost === true ? forAnyClient(exported) : forAwsClient(exported);
  if (options.out === undefined) {
    process.stdout.write(text);
  } else {
    write(options.out, text);
    process.stdout.write(`${options.out}: import it into the AWS VPN client (File, Manage Profiles)\n`);
  }
  if (environment.vpn?.authentication === 'mutualTls') process.stderr.write(`lz: ${CERTIFICATE_ADVICE}\n`);
}

const CERTIFICATE_ADVICE =
  'this VPN asks for certificates: each user adds their own, between <cert> and </cert>, and its key, between <key> and </key>';

async function stageConfig(
  name: string,
): Promise<{ environment: EnvironmentConfig; organization: OrganizationConfig; attachments: Attachments }> {
  const { ConfigError, readConfig } = await import('../config');
  const root = repositoryRoot(process.cwd());
  const { organization, stages, problems, attachments } = readConfig(root);
  const stage = stages.find((candidate) => candidate.name === name);
  if (!stage) {
    const { unknownStage } = await import('./unknown-stage');
    throw unknownStage(
      name,
      stages.map((candidate) => candidate.name),
    );
  }
  if (!stage.config || !organization?.config) throw new ConfigError(problems);
  return { environment: stage.config, organization: organization.config, attachments };
}

/** A VPN that is not in the files needs no call to AWS to be missed. */
async function failWithoutVpn({ stage, vpn }: EnvironmentConfig, attachments: Attachments): Promise<void> {
  if (vpn?.clientCidr === undefined)
    throw new UserError(
      `${stage} has no VPN; give it one in environments/${stage}.yaml, see docs/modules/client-vpn.md`,
    );
  const { readSamlMetadata } = await import('../config');
  if (vpn.authentication === 'saml' && !readSamlMetadata(attachments, vpn))
    throw new UserError(
      `${stage} has no VPN yet: its SAML metadata is not there; follow docs/runbooks/client-vpn-saml.md`,
    );
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(`cannot write ${file} (${code})`);
  }
}
