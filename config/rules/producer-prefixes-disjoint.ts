import { nestedPrefixes } from './prefixes';
import type { Rule } from './rule';

/** No producer may write into the prefix of another: it could overwrite what the other delivered. */
export const producerPrefixesDisjoint: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const uses = Object.entries(stage.config.lake?.producers ?? {}).flatMap(([name, producer]) =>
      producer?.prefix === undefined
        ? []
        : [
            {
              of: `producer ${name}`,
              path: ['lake', 'producers', name, 'prefix'],
              bucket: 'raw',
              prefix: producer.prefix,
            },
          ],
    );
    return nestedPrefixes(
      stage,
      uses,
      () => 'each producer has a prefix of its own, so that none can overwrite what another delivered',
    );
  });
