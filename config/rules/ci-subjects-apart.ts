import { quote } from '../quote';
import type { Rule } from './rule';

/** Nobody is both: whoever may plan runs code that nobody has reviewed yet. */
export const ciSubjectsApart: Rule = ({ organization }) => {
  const oidc = organization?.config.ci?.oidc;
  if (!organization || !oidc) return [];
  const plan = new Set(oidc.planSubjects ?? []);
  return (oidc.applySubjects ?? []).flatMap((subject, index) => {
    if (subject === undefined || !plan.has(subject)) return [];
    const text = `${quote(subject)} is among planSubjects too; what may plan is not reviewed yet and may not apply: give each role subjects of its own`;
    return [organization.problem(text, ['ci', 'oidc', 'applySubjects', index])];
  });
};
