import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formatProblem } from '../../config/problem';
import { readConfig } from '../../config';

/** Texts by file name; null leaves out a file that would otherwise be there. */
export type Files = Readonly<Record<string, string | null>>;

const created: string[] = [];

afterAll(() => {
  for (const folder of created.splice(0)) rmSync(folder, { recursive: true });
});

/** A small configuration without any mistake; its stages are one and two. */
export const CORRECT: Readonly<Record<string, string>> = {
  'organization.yaml': `managementAccountId: '111122223333'
region: eu-west-1
units: [workloads/production, workloads/non-production]
network:
  reserved:
    - { name: head office, cidr: 10.0.0.0/16 }
`,
  'defaults.yaml': 'region: eu-west-1\n',
  'one.yaml': stageFile('one', '10.1.0.0/16'),
  'two.yaml': stageFile('two', '10.2.0.0/16'),
};

/** Work groups that the permission sets DataEngineer and DataAnalyst ask for. */
export const WORK_GROUPS =
  'athena: { workGroups: { analysts: { maxScannedBytes: 10485760 }, engineers: { maxScannedBytes: 10485760 } } }\n';

/** Contacts for organization.yaml: without any there are warnings. */
export const CONTACTS = `contacts:
  security: { name: Security team, title: Security, email: security@acme.io, phone: '+353 1 555 0100' }
  billing: { name: Finance team, title: Finance, email: billing@acme.io, phone: '+353 1 555 0101' }
`;

/** The file of a stage without mistakes. Lines that are added at the end go below `network`. */
export function stageFile(name: string, cidr: string, ...more: string[]): string {
  return `stage: ${name}
account:
  name: data-${name}
  email: aws+${name}@acme.io
  unit: workloads/non-production
network:
  cidr: ${cidr}
${more.map((line) => `${line}\n`).join('')}`;
}

/** Writes `environments/` into a new folder, which is removed after the tests of the file. */
export function writeFolder(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'landing-zone-config-'));
  created.push(root);
  mkdirSync(join(root, 'environments'));
  for (const [name, text] of Object.entries(files)) {
    if (text === null) continue;
    const file = join(root, 'environments', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

/** The printed problems of the correct configuration after some of its files are replaced. */
export function problemsWith(files: Files, today?: Date): string[] {
  return readConfig(writeFolder({ ...CORRECT, ...files }), today).problems.map(formatProblem);
}

/** The text of organization.yaml with contacts, its own or others. */
export function withContacts(organization: string): string {
  return organization.includes('\ncontacts:') ? organization : `${organization}${CONTACTS}`;
}

/** The text of organization.yaml with contacts and a trail, its own or others: what else there are warnings of. */
export function withoutWarnings(organization: string): string {
  const text = withContacts(organization);
  return text.includes('\naudit:') ? text : `${text}audit: { trail: true }\n`;
}

/** The printed warnings, in the same way; contacts and a trail are there unless organization.yaml is given any. */
export function warningsWith(files: Files, today?: Date): string[] {
  const all = { ...CORRECT, ...files };
  const organization = withoutWarnings(all['organization.yaml'] ?? '');
  return readConfig(writeFolder({ ...all, 'organization.yaml': organization }), today).warnings.map(
    formatProblem,
  );
}

/** The file of a stage whose account has these lines more. */
export function stageFileOfAccount(name: string, cidr: string, ...more: string[]): string {
  const lines = more.map((line) => `  ${line}\n`).join('');
  return stageFile(name, cidr).replace('network:\n', `${lines}network:\n`);
}

/** The printed problems of a stage `two` whose account has these lines more. */
export function problemsOfAccount(...lines: string[]): string[] {
  return problemsWith({ 'two.yaml': stageFileOfAccount('two', '10.2.0.0/16', ...lines) });
}

/** The printed problems of a stage `two` that has these lines below `network`. */
export function problemsOfNetwork(...lines: string[]): string[] {
  return problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16', ...lines) });
}
