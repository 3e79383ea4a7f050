import { EMR_RELEASES } from '../limits/emr';
import type { Rule } from './rule';

/** A warning: AWS publishes a release every few months, so one that is not in our table need not be wrong. */
export const emrReleaseIsKnown: Rule = ({ stages }) =>
  stages.flatMap((stage) => {
    const release = stage.config.emr?.release;
    if (release === undefined || release in EMR_RELEASES) return [];
    const known = Object.keys(EMR_RELEASES).join(', ');
    const text = `${release} is none of the releases known here (${known}); find out whether the region has it with: aws emr list-release-labels`;
    return [stage.problem(text, ['emr', 'release'])];
  });
