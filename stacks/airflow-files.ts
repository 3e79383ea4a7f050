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
 * What stands for a file that is not there. An environment keeps all three for good: the provider cannot take one
 * away from it, and deletes every version of an object, the running one too, before it changes the environment.
 */
const NOTHING: Readonly<Record<Kind, () => Uint8Array>> = {
  requirements: () => Buffer.from('# no packages\n'),
  plugins: () => zipFolder(NO_PLUGINS),
  startupScript: () => Buffer.from('#!/bin/sh\n'),
};

const NO_PLUGINS = [{ path: 'README.txt', content: Buffer.from('no plugins\n') }];

/**
 * The files of an MWAA environment, by path as Terraform will see them. They are written beside the stack's
 * `cdk.tf.json` after synthesis (`writeAirflowFiles`), so that the path is the same text on every machine.
 */
export function airflowFiles(name: string, airflow: AirflowConfig, attachments: Attachments): SourceFiles {
  const content = contents(airflow, attachments);
  const fileOf = (kind: Kind): SourceFile => ({
    path: pathOf(name, kind),
    contentHash: createHash('sha256').update(content[kind]).digest('hex'),
  });
  return {
    requirements: fileOf('requirements'),
    plugins: fileOf('plugins'),
    startupScript: fileOf('startupScript'),
  };
}

/**
 * Writes the files of all MWAA environments.
 *
 * @param outdir folder that cdktf writes to
 */
export function writeAirflowFiles(outdir: string, { stages, attachments }: Config): void {
  for (const { stage, airflow } of stages) {
    for (const [name, environment] of Object.entries(airflow)) {
      const content = contents(environment, attachments);
      for (const kind of Object.keys(FILE_NAMES) as Kind[]) {
        const file = join(outdir, 'stacks', stage, pathOf(name, kind));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content[kind]);
      }
    }
  }
}

function pathOf(name: string, kind: Kind): string {
  return `airflow/${name}/${FILE_NAMES[kind]}`;
}

function contents(airflow: AirflowConfig, attachments: Attachments): Record<Kind, Uint8Array> {
  const fileOf = (kind: 'requirements' | 'startupScript') => {
    const file = attachments.file(airflow[kind]);
    return 'found' in file ? file.found : NOTHING[kind]();
  };
  const folder = attachments.folder(airflow.plugins);
  return {
    requirements: fileOf('requirements'),
    plugins: 'found' in folder && folder.found.length > 0 ? zipFolder(folder.found) : NOTHING.plugins(),
    startupScript: fileOf('startupScript'),
  };
}
