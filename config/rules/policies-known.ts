import { SERVICE_CONTROL_POLICY_NAMES } from '../limits/service-control-policies';
import { name, quote } from '../quote';
import { nearest } from '../validate/nearest';
import { policyTargets } from './policy-targets';
import type { Rule } from './rule';

/** Policies are attached once, to units that are listed, and are those of the platform or of customPolicies. */
export const policiesKnown: Rule = ({ organization }) => {
  if (!organization) return [];
  const { policies = {}, customPolicies = {}, units } = organization.config;
  const targets = policyTargets(units);
  const names: string[] = [...SERVICE_CONTROL_POLICY_NAMES, ...Object.keys(customPolicies)];
  const listedAt = (target: string, index: number) => ['policies', target, index];

  const unknownTargets = Object.keys(policies).flatMap((target) => {
    if (!targets || targets.includes(target)) return [];
    const close = nearest(target, targets);
    const fix = close ? `write ${name(close)}, or add it to units` : 'add it to units';
    return [
      organization.problem(`expected root or a unit listed in units, found ${quote(target)}; ${fix}`, [
        'policies',
        target,
      ]),
    ];
  });
  const wrongNames = Object.entries(policies).flatMap(([target, attached = []]) =>
    attached.flatMap((policy, index) => {
      if (policy === undefined) return [];
      if (attached.indexOf(policy) !== index)
        return [
          organization.problem(`${quote(policy)} is listed already; remove one`, listedAt(target, index)),
        ];
      if (names.includes(policy)) return [];
      const close = nearest(policy, names);
      const fix = close ? `write ${name(close)}` : `write one of ${names.join(', ')}`;
      const text = `there is no policy ${quote(policy)}; ${fix}, or add it to customPolicies with its file`;
      return [organization.problem(text, listedAt(target, index))];
    }),
  );
  const taken = Object.keys(customPolicies)
    .filter((custom) => (SERVICE_CONTROL_POLICY_NAMES as readonly string[]).includes(custom))
    .map((custom) =>
      organization.problem(`${quote(custom)} comes with the platform already; choose another name`, [
        'customPolicies',
        custom,
      ]),
    );
  return [...unknownTargets, ...wrongNames, ...taken];
};
