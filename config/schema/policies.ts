import { z } from 'zod';
import { SERVICE_CONTROL_POLICY_NAMES } from '../limits/service-control-policies';
import { NO_TEMPLATE } from './fields';
import { field } from './guidance';

const POLICY_NAME = '[a-z][a-z0-9-]{0,63}';
const policyName = z.string().regex(new RegExp(`^${POLICY_NAME}$`));
// What attaches policies is called to-<unit> beside them.
const customPolicyName = z.string().regex(new RegExp(`^(?!to-)${POLICY_NAME}$`));
const NAME_ADVICE = { expected: 'a name of 1 to 64 lower-case letters, digits and hyphens' };

const customPolicy = z.strictObject({
  description: field(
    z
      .string()
      .min(1)
      .max(512)
      .regex(new RegExp(`^${NO_TEMPLATE}[^\\p{C}]+$`, 'u')),
    'What the policy is for; shown in the console.',
    { expected: 'a text of 1 to 512 printable characters without ${' },
  ),
  file: field(
    z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[\w./-]+\.json$/),
    'Path of the policy below environments/. White space in it does not count: it is taken out.',
    {
      expected: 'a path of a .json file below environments/, without .., such as policies/deny-gpus.json',
    },
  ),
});

/** Which service control policies hang where. */
export const policiesSchema = field(
  z.record(
    z.string(),
    z.array(
      field(policyName, 'Name of a policy that comes with the platform, or of customPolicies.', NAME_ADVICE),
    ),
  ),
  `Service control policies by the unit they are attached to, or root; they bind all accounts below. Those that come with the platform: ${SERVICE_CONTROL_POLICY_NAMES.join(', ')}.`,
  { expected: 'lists of policy names by path of a unit, or root' },
).default({});

/** Service control policies of the organization's own. */
export const customPoliciesSchema = field(
  z.record(customPolicyName, customPolicy),
  'Service control policies from JSON files, by the name that policies calls them.',
  {
    expected:
      'policies under names of 1 to 64 lower-case letters, digits and hyphens that do not begin with to-, each with description and file',
  },
).default({});
