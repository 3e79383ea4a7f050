import type { CiConfig } from './schema/ci';

/** Whose tokens make whom which role. All of it is compared exactly. */
export interface CiTrust {
  /** URL of the issuer, with `https://`. */
  readonly issuer: string;
  readonly audience: string;
  readonly planSubjects: readonly string[];
  readonly applySubjects: readonly string[];
}

/** What the pipelines of a configuration have in their tokens; undefined when it names none. */
export function ciTrust({ github, oidc }: Pick<CiConfig, 'github' | 'oidc'>): CiTrust | undefined {
  if (github) return githubTrust(github);
  return oidc;
}

/**
 * Source: "OpenID Connect reference", example subject claims
 * (https://docs.github.com/actions/reference/openid-connect-reference).
 */
function githubTrust({ repository, environments, branch }: NonNullable<CiConfig['github']>): CiTrust {
  const subject = (context: string) => `repo:${repository}:${context}`;
  return {
    issuer: 'https://token.actions.githubusercontent.com',
    audience: 'sts.amazonaws.com',
    planSubjects: [subject('pull_request')],
    applySubjects:
      environments.length > 0
        ? environments.map((name) => subject(`environment:${name}`))
        : [subject(`ref:refs/heads/${branch}`)],
  };
}
