import { DOCUMENTATION_ACCOUNT_ID } from '../limits/organizations';
import type { Rule } from './rule';

/**
 * No producer is in the account of AWS's documentation, whose ARNs are copied from examples: S3 refuses a
 * policy that names a role nobody has. The shipped example, told by its management account id, is let through.
 */
export const producerPrincipalsReal: Rule = ({ organization, stages }) => {
  const management = organization?.config.managementAccountId;
  if (management === undefined || management === DOCUMENTATION_ACCOUNT_ID) return [];
  return stages.flatMap((stage) =>
    Object.entries(stage.config.lake?.producers ?? {}).flatMap(([name, producer]) =>
      (producer?.principals ?? []).flatMap((arn, index) => {
        if (arn?.split(':')[4] !== DOCUMENTATION_ACCOUNT_ID) return [];
        const text = `${DOCUMENTATION_ACCOUNT_ID} is the account of AWS's documentation, and AWS refuses policies that name roles which do not exist; write the ARN of your own role`;
        return [stage.problem(text, ['lake', 'producers', name, 'principals', index])];
      }),
    ),
  );
};
