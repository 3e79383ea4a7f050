import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AirflowConfig, Attachments, Config } from '../config';
import type { SourceFile, SourceFiles } from '../modules/mwaa/source-objects';
import { zipFolder } from './zip-folder';

type Kind = keyof SourceFiles;

const FILE_NAMES = {
  requirements: 'requirements.txt',
  plugins: 'plugins.zip',
  startupScript: 'startup.sh',
} as const satisfies Record<Kind, string>;

/**
 * The files of an MWAA environment, by path as Terraform will see them. They are written beside the stack's
 * `cdk.tf.json` after synthesis (`writeAirflowFiles`), so that the path is the same text on every machine.
 */
export function airflowFiles(name: string, airflow: AirflowConfig, attachments: Attachments): SourceFiles {
  return Object.fromEntries(
    [...contents(airflow, attachments)].map(([kind, content]): [Kind, SourceFile] => [
      kind,
      { path: pathOf(name, kind), contentHash: createHash('sha256').update(content).digest('hex') },
    ]),
  );
}

/**
 * Writes the files of all MWAA environments.
 *
 * @param outdir folder that cdktf writes to
 */
export function writeAirflowFiles(outdir: string, { stages, attachments }: Config): void {
  for (const { stage, airflow } of stages) {
    for (const [name, environment] of Object.entries(airflow)) {
      for (const [kind, content] of contents(environment, attachments)) {
        const file = join(outdir, 'stacks', stage, pathOf(name, kind));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    }
  }
}

function pathOf(name: string, kind: Kind): string {
  return `airflow/${name}/${FILE_NAMES[kind]}`;
}

function contents(airflow: AirflowConfig, attachments: Attachments): Map<Kind, Uint8Array> {
  const found = new Map<Kind, Uint8Array>();
  for (const kind of ['requirements', 'startupScript'] as const) {
    const file = attachments.file(airflow[kind]);
    if ('found' in file) found.set(kind, file.found);
  }
  const folder = attachments.folder(airflow.plugins);
  if ('found' in folder && folder.found.length > 0) found.set('plugins', zipFolder(folder.found));
  return found;
}
