import type { Problem } from '../problem';
import type { Rule } from './rule';

/** Services that Control Tower sets up, or leaves to the account that it calls Audit. */
const SERVICES = ['trail', 'guardDuty', 'securityHub', 'accessAnalyzer'] as const;

/** What Control Tower owns is not managed a second time: each would undo what the other does. */
export const controlTowerOwns: Rule = ({ organization }) => {
  const { organization: settings, audit } = organization?.config ?? {};
  if (!organization || settings?.controlTower === undefined) return [];
  if (!settings.controlTower) {
    if (!organization.gives('organization', 'controlTowerPolicies')) return [];
    const text =
      'has no effect while organization.controlTower is false; write controlTower: true, or remove the line';
    return [organization.problem(text, ['organization', 'controlTowerPolicies'])];
  }
  const problems: Problem[] = [];
  if (settings.managed === true) {
    const text =
      'Control Tower registers services and policy types of its own, which managed: true would take away; write managed: false, or controlTower: false where it does not run';
    problems.push(organization.problem(text, ['organization', 'managed']));
  }
  for (const service of SERVICES) {
    if (audit?.[service] !== true) continue;
    const text =
      'Control Tower owns what watches the accounts; remove the line and set it up there, or write organization.controlTower: false where it does not run';
    problems.push(organization.problem(text, ['audit', service]));
  }
  return problems;
};
