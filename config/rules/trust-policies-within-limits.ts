import { IAM_LIMITS } from '../limits/iam';
import type { Problem } from '../problem';
import { airflowSections } from './airflow-sections';
import { ciTrustPolicyLength, publisherTrustPolicyLength } from './policy-lengths';
import type { Landscape, Rule } from './rule';

const { most, quota } = IAM_LIMITS.roleTrustPolicy;

/** Whom roles trust fits into their trust policies, however large a quota IAM grants. */
export const trustPoliciesWithinLimits: Rule = (landscape) =>
  found(landscape).flatMap(({ length, report }) =>
    length <= most
      ? []
      : [
          report(
            `expected a trust policy of at most ${most} characters, the most that IAM grants, found one of ${length}; list fewer`,
          ),
        ],
  );

/** A warning: the quota that an account begins with is lower, and can be raised. */
export const trustPoliciesWithinQuota: Rule = (landscape) =>
  found(landscape).flatMap(({ length, report }) =>
    length <= quota || length > most
      ? []
      : [
          report(
            `makes a trust policy of ${length} characters, and IAM's quota is ${quota} unless it was raised; list fewer, or ask for up to ${most} ("Role trust policy length" in Service Quotas)`,
          ),
        ],
  );

interface TrustPolicy {
  readonly length: number;
  readonly report: (text: string) => Problem;
}

function found(landscape: Landscape): TrustPolicy[] {
  const { organization } = landscape;
  const oidc = organization?.config.ci?.oidc;
  const pipelines =
    organization && oidc
      ? (['planSubjects', 'applySubjects'] as const).map((key) => ({
          length: ciTrustPolicyLength({
            issuer: oidc.issuer ?? '',
            audience: oidc.audience ?? '',
            subjects: (oidc[key] ?? []).flatMap((subject) => subject ?? []),
          }),
          report: (text: string) => organization.problem(text, ['ci', 'oidc', key]),
        }))
      : [];
  const publishers = airflowSections(landscape).map(({ stage, value, path }) => ({
    length: publisherTrustPolicyLength((value.dagPublishers ?? []).flatMap((arn) => arn ?? [])),
    report: (text: string) => stage.problem(text, [...path, 'dagPublishers']),
  }));
  return [...pipelines, ...publishers];
}
