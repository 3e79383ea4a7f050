import { MWAA_CLASSES } from '../../config';
import type { Check } from './check';
import { DAGS_FOLDER } from './dags-folder';
import { text as textOf } from './verified-environment';

/** What Airflow itself asks of a file before it reads it (`core.dag_discovery_safe_mode`). */
const isDag = (content: Buffer): boolean =>
  /dag/i.test(content.toString()) && /airflow/i.test(content.toString());

/**
 * More DAGs than AWS has sized a class for are parsed late, or never. A file with several DAGs counts once.
 *
 * Source: "Amazon MWAA environment class"
 * (https://docs.aws.amazon.com/mwaa/latest/userguide/environment-class.html).
 */
export const dagCount: Check = {
  id: 'dag-count',
  title: 'The environment class can carry the DAGs that are in this repository',
  check: ({ attributes, address, files }) => {
    const folder = files.folder(DAGS_FOLDER);
    if (!('found' in folder)) return [];
    const count = folder.found.filter(({ path, content }) => path.endsWith('.py') && isDag(content)).length;
    const name = textOf(attributes['environment_class']) ?? 'mw1.small';
    const carries = Object.entries(MWAA_CLASSES).find(([known]) => known === name)?.[1].dags;
    if (carries === undefined) {
      const text = `expected one of ${Object.keys(MWAA_CLASSES).join(', ')}, found class ${name}`;
      return [{ at: address, text }];
    }
    if (count <= carries) return [];
    const text = `expected at most ${carries} files with DAGs in environments/${DAGS_FOLDER}, found ${count}; take a larger class than ${name}`;
    return [{ at: address, text }];
  },
};
