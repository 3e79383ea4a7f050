import { distance } from 'fastest-levenshtein';
import { isKnownEndpointService } from '../limits/endpoint-services';
import { INTERFACE_ENDPOINT_PRESETS } from '../limits/vpc-endpoints';
import type { Rule } from './rule';

const SETS = Object.keys(INTERFACE_ENDPOINT_PRESETS);

/**
 * A name one letter away from a set of endpoints is a slip of the pen: as a service it would only be refused in
 * the middle of a deployment.
 */
export const endpointSetsSpelled: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const listed = stage.config.network?.endpoints?.interface ?? [];
    return listed.flatMap((entry, index) => {
      const meant = entry === undefined ? undefined : setMeantBy(entry);
      if (meant === undefined || entry === undefined) return [];
      return [
        stage.problem(`${entry} is no service that AWS has; write ${meant}`, [
          'network',
          'endpoints',
          'interface',
          index,
        ]),
      ];
    });
  });

/** The set that somebody mistyped; undefined for sets, for services, and for what is like neither. */
export function setMeantBy(entry: string): string | undefined {
  if (isKnownEndpointService(entry)) return undefined;
  return SETS.find((set) => distance(set, entry) === 1);
}
