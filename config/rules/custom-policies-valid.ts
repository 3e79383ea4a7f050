import { customPolicyText } from '../custom-policy-text';
import { POLICY_LIMITS } from '../limits/organizations';
import { FOLDER } from '../source/environment-files';
import type { Rule } from './rule';

/** Files of customPolicies are there, are service control policies, and are no longer than AWS allows. */
export const customPoliciesValid: Rule = ({ organization, attachments }) => {
  if (!organization) return [];
  return Object.entries(organization.config.customPolicies ?? {}).flatMap(([policy, custom]) => {
    if (custom?.file === undefined) return [];
    const path = ['customPolicies', policy, 'file'];
    const place = `${FOLDER}/${custom.file}`;
    const read = customPolicyText(attachments.file(custom.file));
    if ('wrong' in read)
      return [organization.problem(`${place} ${read.wrong}; correct the file, or the path`, path)];
    const most = POLICY_LIMITS.SERVICE_CONTROL_POLICY.characters;
    if (read.text.length <= most) return [];
    const text = `${place} has ${read.text.length} characters without white space; AWS allows ${most}: split it in two`;
    return [organization.problem(text, path)];
  });
};
