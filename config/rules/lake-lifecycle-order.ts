import { S3_LIMITS } from '../limits/s3';
import type { Rule } from './rule';

const BUCKETS = ['raw', 'curated', 'queryResults', 'artifacts', 'accessLogs'] as const;

/**
 * Objects that move to infrequent access stay there for the time that is charged anyway before they expire.
 * S3 refuses a rule that deletes objects before it moves them.
 */
export const lakeLifecycleOrder: Rule = ({ stages }) =>
  stages.flatMap((stage) =>
    BUCKETS.flatMap((bucket) => {
      const { infrequentAccessAfterDays: move, expireAfterDays: expire } = stage.config.lake?.[bucket] ?? {};
      if (move === undefined || expire === undefined) return [];
      const stay = S3_LIMITS.infrequentAccessMinimumStayDays;
      if (expire >= move + stay) return [];
      const path = ['lake', bucket];
      const text = `expected at least ${move + stay} days, found ${expire}: objects move to Standard-IA after ${move}, where S3 charges ${stay} days in any case; write ${move + stay}, or remove infrequentAccessAfterDays`;
      return [stage.problem(text, [...path, 'expireAfterDays'], [...path, 'infrequentAccessAfterDays'])];
    }),
  );
