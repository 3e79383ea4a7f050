import { S3_LIMITS } from '../limits/s3';
import type { Rule } from './rule';

/** Of each bucket, the setting with which its objects expire. */
const EXPIRIES = [
  ['raw', 'expireAfterDays'],
  ['curated', 'expireAfterDays'],
  ['queryResults', 'expireAfterDays'],
  ['artifacts', 'expireLogsAfterDays'],
  ['accessLogs', 'expireAfterDays'],
] as const;

/**
 * Objects that move to infrequent access stay there for the time that is charged anyway before they expire.
 * S3 refuses a rule that deletes objects before it moves them.
 */
export const lakeLifecycleOrder: Rule = ({ stages }) =>
  stages.flatMap((stage) =>
    EXPIRIES.flatMap(([bucket, setting]) => {
      const lifecycle: Partial<Record<string, number>> = stage.config.lake?.[bucket] ?? {};
      const { infrequentAccessAfterDays: move, [setting]: expire } = lifecycle;
      if (move === undefined || expire === undefined) return [];
      const stay = S3_LIMITS.infrequentAccessMinimumStayDays;
      if (expire >= move + stay) return [];
      const path = ['lake', bucket];
      const text = `expected at least ${move + stay} days, found ${expire}: objects move to Standard-IA after ${move}, where S3 charges ${stay} days in any case; write ${move + stay}, or remove infrequentAccessAfterDays`;
      return [stage.problem(text, [...path, setting], [...path, 'infrequentAccessAfterDays'])];
    }),
  );
