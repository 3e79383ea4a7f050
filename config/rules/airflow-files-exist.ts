import { airflowSections } from './airflow-sections';
import type { Rule } from './rule';

/** A file that a stage names is there. Those of the default names need not be: then there are none. */
export const airflowFilesExist: Rule = (landscape) =>
  airflowSections(landscape).flatMap(({ stage, value, path }) =>
    (['requirements', 'plugins', 'startupScript'] as const).flatMap((key) => {
      const name = value[key];
      if (name === undefined) return [];
      const attached =
        key === 'plugins' ? landscape.attachments.folder(name) : landscape.attachments.file(name);
      if ('found' in attached) return [];
      if (attached.errorCode === 'ENOENT' && !stage.gives(...path, key)) return [];
      const kind = key === 'plugins' ? 'folder' : 'file';
      const text = `expected a ${kind} environments/${name}, found none that can be read (${attached.errorCode}); make it, or correct the path, which begins below environments/`;
      return [stage.problem(text, [...path, key])];
    }),
  );
