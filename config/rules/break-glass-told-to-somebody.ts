import { breakGlassSubscribers } from '../account-contacts';
import type { Rule } from './rule';

/** Emergency access that nobody hears of is only a way in. */
export const breakGlassToldToSomebody: Rule = ({ organization }) => {
  if (!organization || breakGlassSubscribers(organization.config).length > 0) return [];
  return [
    organization.problem(
      'nobody is told when the permission set BreakGlass is used; add addresses here, or a security contact',
      ['identity', 'breakGlass', 'subscribers'],
    ),
  ];
};
