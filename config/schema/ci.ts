import { z } from 'zod';
import { NO_TEMPLATE } from './fields';
import { field } from './guidance';

/**
 * A name of a repository as it stands in a subject: `acme/platform`, or `acme@123456/platform@456789` with the ids that
 * GitHub adds to the subjects of repositories made or renamed since 15 July 2026.
 *
 * Source: "Immutable subject claims for GitHub Actions OIDC tokens"
 * (https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/).
 */
const REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:@\d+)?\/[\w.-]{1,100}(?:@\d+)?$/;

const github = z.strictObject({
  repository: field(
    z.string().regex(REPOSITORY),
    'The repository whose workflows may become the roles. With the ids where GitHub puts them into subjects, which it does for repositories made or renamed since 15 July 2026.',
    {
      expected: 'a repository as owner/name, or owner@id/name@id',
      fix: 'run `gh api repos/OWNER/NAME --jq .id` and `gh api users/OWNER --jq .id` for the ids',
    },
  ),
  environments: field(
    z
      .array(z.string().regex(new RegExp(`^${NO_TEMPLATE}[^\\s:*?\\p{C}][^:*?\\p{C}]{0,254}$`, 'u')))
      .default([]),
    'GitHub environments whose jobs may become the apply role. GitHub must protect each (required reviewers, and main as its only branch): anybody who may push a workflow can name an environment.',
    { expected: 'names of GitHub environments without : * ? or ${' },
  ),
  branch: field(
    z
      .string()
      .regex(new RegExp(`^${NO_TEMPLATE}[^\\s:*?~^\\\\]+$`))
      .default('main'),
    'Branch whose workflows may become the apply role. Only read when there are no environments.',
    { expected: 'the name of one branch, such as main' },
  ),
});

/** A subject; that none has a wildcard is a rule of its own, which says why. */
const subjects = (description: string) =>
  field(z.array(z.string().regex(new RegExp(`^${NO_TEMPLATE}\\S(?:.{0,1022}\\S)?$`))).min(1), description, {
    expected: 'at least one exact subject of 1 to 1024 characters without ${',
  });

const oidc = z.strictObject({
  issuer: field(
    z.string().regex(/^https:\/\/[a-z0-9.-]+(?:\/[\w.~%-]+)*$/),
    'URL of the issuer, as it stands in the claim iss of its tokens.',
    { expected: 'an https URL without port, query or trailing slash, such as https://gitlab.com' },
  ),
  audience: field(
    z.string().regex(new RegExp(`^${NO_TEMPLATE}[^\\s*?]{1,255}$`)),
    'Audience that tokens must be made for: their claim aud.',
    { expected: 'one exact audience, such as https://gitlab.com or sts.amazonaws.com' },
  ),
  planSubjects: subjects('Subjects (claim sub) that may become the plan role, exactly as in the token.'),
  applySubjects: subjects('Subjects (claim sub) that may become the apply role, exactly as in the token.'),
});

/** What `ci` in `organization.yaml` may say. */
export const ciSchema = z.strictObject({
  github: github.describe('Pipelines on GitHub Actions.').optional(),
  oidc: oidc.describe('Pipelines on any other system that signs OpenID Connect tokens.').optional(),
  existingProvider: field(
    z.boolean().default(false),
    'Whether the management account has an IAM OIDC provider for this issuer already, made by somebody else. It is then found and not changed; AWS allows one per issuer and account.',
  ),
});

/** Roles for pipelines, defaults filled in. */
export type CiConfig = z.output<typeof ciSchema>;
