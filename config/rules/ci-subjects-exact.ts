import { quote } from '../quote';
import type { Rule } from './rule';

const KINDS = ['planSubjects', 'applySubjects'] as const;

/** Subjects are written out: a pattern also matches branches and repositories that somebody makes to match it. */
export const ciSubjectsExact: Rule = ({ organization }) => {
  const oidc = organization?.config.ci?.oidc;
  if (!organization || !oidc) return [];
  return KINDS.flatMap((kind) =>
    (oidc[kind] ?? []).flatMap((subject, index) => {
      if (subject === undefined || !/[*?]/.test(subject)) return [];
      const text = `expected an exact subject, found ${quote(subject)}; write each one out: a pattern also lets in branches and projects that are named to match it, and AWS compares these texts exactly`;
      return [organization.problem(text, ['ci', 'oidc', kind, index])];
    }),
  );
};
