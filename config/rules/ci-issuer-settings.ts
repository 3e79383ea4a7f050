import type { Rule } from './rule';

/** Pipelines have one issuer, and nothing is said that nobody reads. */
export const ciIssuerSettings: Rule = ({ organization }) => {
  if (!organization?.gives('ci')) return [];
  const hasGithub = organization.gives('ci', 'github');
  const hasOidc = organization.gives('ci', 'oidc');
  if (hasGithub && hasOidc)
    return [
      organization.problem('there is one issuer; keep ci.github or ci.oidc and remove the other', [
        'ci',
        'oidc',
      ]),
    ];
  if (organization.lacks('ci', 'github') && organization.lacks('ci', 'oidc')) {
    const text =
      'names nobody who could become the roles; add github with the repository, or oidc with issuer, audience and subjects';
    return [organization.problem(text, ['ci'])];
  }
  const environments = organization.config.ci?.github?.environments ?? [];
  if (environments.length === 0 || !organization.gives('ci', 'github', 'branch')) return [];
  const text = 'has no effect beside environments; remove the line, or the environments';
  return [organization.problem(text, ['ci', 'github', 'branch'])];
};
