/** Values by tag key; none listed means any. */
export type TagStandard = Readonly<Record<string, readonly string[]>>;

/**
 * A tag policy: how keys are spelt, and which values they take. It denies nothing; AWS reports resources that differ.
 *
 * Source: "Tag policy syntax and examples"
 * (https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_example-tag-policies.html).
 */
export function tagPolicyDocument(standard: TagStandard): string {
  const tags = Object.entries(standard).map(([key, values]) => [
    // Name of the entry alone, by which policies of several levels are merged: AWS asks for lower case.
    key.toLowerCase(),
    {
      tag_key: { '@@assign': key },
      ...(values.length === 0 ? {} : { tag_value: { '@@assign': values } }),
    },
  ]);
  return JSON.stringify({ tags: Object.fromEntries(tags) as Record<string, unknown> });
}
