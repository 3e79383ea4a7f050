import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem, readConfig } from '../../config';
import { CORRECT as FILES, stageFile, withoutWarnings, writeFolder } from './environment-folder';

/** Files that raise no warning. */
const CORRECT = { ...FILES, 'organization.yaml': withoutWarnings(FILES['organization.yaml'] ?? '') };

/** Metadata as IAM Identity Center has it, with a certificate that is good until 2099-12-31. */
export const METADATA = readFileSync(join(__dirname, '../fixtures/saml/identity-center.xml'), 'utf8');

/** Lines of a VPN without mistakes, by setting. */
const SETTINGS = {
  clientCidr: '10.250.0.0/22',
  saml: '{ metadataFile: saml/two.xml }',
  serverCertificate: '{ domain: vpn.two.acme.io, hostedZoneId: Z0123456789ABC }',
  access: '{ data-engineers: [emr] }',
};

/** What is said about a stage `two` with a VPN. */
export interface VpnFindings {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Checks a stage `two` whose VPN has these settings over correct ones: null leaves one out. `clientCidr`, when there,
 * is on line 9 at column 15, and the others follow in the order above.
 *
 * @param files texts by path below `environments/`; by default the metadata is where the stage says
 * @param last lines of the stage after its VPN
 */
export function vpnFindings(
  settings: Readonly<Record<string, string | null>> = {},
  files: Readonly<Record<string, string>> = { 'saml/two.xml': METADATA },
  last: readonly string[] = [],
): VpnFindings {
  const lines = Object.entries({ ...SETTINGS, ...settings }).flatMap(([key, value]) =>
    value === null ? [] : [`  ${key}: ${value}`],
  );
  const stage = stageFile('two', '10.2.0.0/16', 'vpn:', ...lines, ...last);
  const root = writeFolder({ ...CORRECT, 'two.yaml': stage });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, 'environments', path, '..'), { recursive: true });
    writeFileSync(join(root, 'environments', path), text);
  }
  const { problems, warnings } = readConfig(root);
  return { problems: problems.map(formatProblem), warnings: warnings.map(formatProblem) };
}

/** The problems alone. */
export const vpnProblems = (...args: Parameters<typeof vpnFindings>) => vpnFindings(...args).problems;

/** The warnings alone. */
export const vpnWarnings = (...args: Parameters<typeof vpnFindings>) => vpnFindings(...args).warnings;
