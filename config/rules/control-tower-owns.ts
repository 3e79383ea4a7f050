import type { Problem } from '../problem';
import { name } from '../quote';
import type { OrganizationConfig } from '../schema/organization';
import type { Subject } from '../subject';
import type { Landscape, Rule } from './rule';
import { withAncestors } from './unit-paths';

/** Services that Control Tower sets up, or leaves to the account that it calls Audit. */
const SERVICES = ['trail', 'guardDuty', 'securityHub', 'accessAnalyzer'] as const;

/** What Control Tower owns is not managed a second time: each would undo what the other does. */
export const controlTowerOwns: Rule = ({ organization, stages }) => {
  const { organization: settings, audit } = organization?.config ?? {};
  if (!organization || settings?.controlTower === undefined) return [];
  if (!settings.controlTower) {
    if (!organization.gives('organization', 'controlTowerPolicies')) return [];
    const text =
      'has no effect while organization.controlTower is false; write controlTower: true, or remove the line';
    return [organization.problem(text, ['organization', 'controlTowerPolicies'])];
  }
  const problems: Problem[] = [...madeUnits(organization), ...madeAccounts(stages)];
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

/**
 * Units that would be made here. Control Tower governs those alone that are registered with it.
 *
 * Source: "Register an existing organizational unit with AWS Control Tower"
 * (https://docs.aws.amazon.com/controltower/latest/userguide/importing-existing.html).
 */
function madeUnits(organization: Subject<OrganizationConfig>): Problem[] {
  const { units } = organization.config;
  if (!units?.every((unit) => unit !== undefined)) return [];
  return withAncestors(units)
    .filter((unit) => !organization.gives('existingUnits', unit))
    .map((unit) => {
      // One above a listed unit stands in no line of its own.
      const index = units.findIndex((listed) => listed === unit || listed.startsWith(`${unit}/`));
      const text = `expected the id of ${name(unit)} in existingUnits, found none; Control Tower governs no unit that is made here: make it there, or register it, and write its id`;
      return organization.problem(text, ['units', index]);
    });
}

/**
 * Accounts that would be made here. They are outside Control Tower, without its controls, until they are enrolled.
 *
 * Source: "Enroll an existing AWS account"
 * (https://docs.aws.amazon.com/controltower/latest/userguide/enroll-account.html).
 */
function madeAccounts(stages: Landscape['stages']): Problem[] {
  return stages
    .filter((stage) => stage.config.account?.lifecycle !== 'closing' && stage.lacks('account', 'id'))
    .map((stage) => {
      const text =
        "expected the id of an account that Control Tower governs (organization.controlTower), found none; make it with Control Tower's Account Factory, or enrol it, and write its id";
      return stage.problem(text, ['account', 'id']);
    });
}
