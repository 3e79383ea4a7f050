import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A rule that does not hold for some resources, and the reason, as `docs/policy-waivers.md` has it. */
export interface PolicyWaiver {
  readonly row: number;
  readonly ids: readonly string[];
  /** Addresses, in which `*` stands for any text; a type alone means that there is no resource of it. */
  readonly patterns: readonly string[];
  readonly reason: string;
  readonly instead: string;
}

const PAGE = join(__dirname, '../../docs/policy-waivers.md');

/** The rows of the table of waivers, in its order. */
export function policyWaivers(): PolicyWaiver[] {
  return readFileSync(PAGE, 'utf8')
    .split('\n')
    .filter((line) => /^\| *\d+ *\|/.test(line))
    .map((line) => {
      const [row, ids = '', resource = '', reason = '', instead = ''] = line
        .replace(/^\|\s*|\s*\|$/g, '')
        .split(/\s*\|\s*/);
      return {
        row: Number(row),
        ids: ids.split(/,\s*/),
        patterns: [...resource.matchAll(/`([^`]+)`/g)].map(([, pattern]) => String(pattern)),
        reason,
        instead,
      };
    });
}

/** Whether an address is one that a waiver is about. */
export function isWaived({ patterns }: Pick<PolicyWaiver, 'patterns'>, address: string): boolean {
  return patterns.some((pattern) =>
    new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`).test(address),
  );
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
