import { z } from 'zod';
import type { Attached } from './source/attachments';

const texts = z.union([z.string(), z.array(z.string())]);

/**
 * What AWS takes as a service control policy, as far as its form goes; principals stand in none.
 *
 * Source: "SCP syntax"
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html).
 */
const statement = z
  .strictObject({
    Sid: z
      .string()
      .regex(/^[A-Za-z0-9]*$/, 'expected letters and digits')
      .optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Action: texts.optional(),
    NotAction: texts.optional(),
    Resource: texts.optional(),
    NotResource: texts.optional(),
    Condition: z.record(z.string(), z.record(z.string(), texts)).optional(),
  })
  .refine(({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined), {
    error: 'expected either Action or NotAction',
  })
  .refine(({ Resource, NotResource }) => (Resource === undefined) !== (NotResource === undefined), {
    error: 'expected either Resource or NotResource',
  });

const policy = z.strictObject({
  Version: z.literal('2012-10-17'),
  Id: z.string().optional(),
  Statement: z.union([statement, z.array(statement).min(1)]),
});

/** The policy in a file without white space, or what is wrong with it, as the end of a sentence. */
export function customPolicyText(
  file: Attached<Buffer>,
): { readonly text: string } | { readonly wrong: string } {
  if (!('found' in file)) return { wrong: `cannot be read (${file.errorCode})` };
  let value: unknown;
  try {
    value = JSON.parse(file.found.toString('utf8'));
  } catch (error) {
    return { wrong: `is no JSON: ${(error as Error).message}` };
  }
  const { success, error } = policy.safeParse(value);
  if (success) return { text: JSON.stringify(value) };
  const issue = deepest(error.issues);
  const place = issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  return {
    wrong: `is no service control policy: ${issue.message.replace(/^./, (first) => first.toLowerCase())}${place}`,
  };
}

type Issue = {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Issue[])[];
};

/** Of alternatives, what is wrong with the one that fits best: a list of statements, not a single one. */
function deepest(issues: readonly Issue[]): Issue {
  const [issue] = issues;
  if (issue === undefined) throw new Error('there is no issue');
  const below = issue.errors?.filter((alternative) => alternative.length > 0).map(deepest) ?? [];
  const best = below.sort((a, b) => b.path.length - a.path.length)[0];
  return best === undefined ? issue : { ...best, path: [...issue.path, ...best.path] };
}
