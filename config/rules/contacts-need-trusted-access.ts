import { contactServices } from '../account-contacts';
import type { Rule } from './rule';

/** Contacts of member accounts are set from the management account, which needs trusted access for that. */
export const contactsNeedTrustedAccess: Rule = ({ organization, stages }) => {
  const { managed, serviceAccess } = organization?.config.organization ?? {};
  if (!organization || managed !== true || !serviceAccess?.every((each) => each !== undefined)) return [];
  const missing = contactServices(
    organization.config,
    stages.map(({ config }) => config),
  ).find((service) => !serviceAccess.includes(service));
  if (missing === undefined) return [];
  const text = `expected ${missing} among the services with trusted access, because contacts are given; add it`;
  return [organization.problem(text, ['organization', 'serviceAccess'])];
};
