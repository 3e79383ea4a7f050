import type { EnvironmentConfig } from '../schema/environment';
import type { Subject } from '../subject';
import { nestedPrefixes, type PrefixUse, tableLocations } from './prefixes';
import type { Rule } from './rule';

/**
 * No crawler looks where a table of the catalog lies or another crawler looks: it would make a second table
 * over the same files, or change one that is defined here.
 */
export const crawlersBesideTables: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const crawlers = crawledPrefixes(stage);
    return nestedPrefixes(stage, [...tableLocations(stage), ...crawlers], (use, other) => {
      if (!crawlers.includes(use)) return undefined;
      return crawlers.includes(other)
        ? 'two crawlers would both make the tables; keep one'
        : 'a crawler would change that table or make another over its files; crawl other prefixes, or let the crawler find the table';
    });
  });

function crawledPrefixes(stage: Subject<EnvironmentConfig>): PrefixUse[] {
  return Object.entries(stage.config.catalog?.crawlers ?? {}).flatMap(([name, crawler]) =>
    crawler?.zone === undefined || crawler.prefix === undefined
      ? []
      : [
          {
            of: `crawler ${name}`,
            path: ['catalog', 'crawlers', name, 'prefix'],
            bucket: crawler.zone,
            prefix: crawler.prefix,
          },
        ],
  );
}
