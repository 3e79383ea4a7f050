import { PLATFORM_TAG_KEYS } from '../limits/platform-tags';
import { name, quote } from '../quote';
import { nearest } from '../validate/nearest';
import { policyTargets } from './policy-targets';
import type { Rule } from './rule';

/** Every stage has the tags of the standard, with values that it allows, and its units are listed. */
export const tagStandardMet: Rule = ({ organization, stages }) => {
  const standard = organization?.config.tagStandard;
  if (!organization || !standard) return [];
  const keys = Object.entries(standard.keys ?? {});
  const targets = policyTargets(organization.config.units);

  const unknown = (standard.units ?? []).flatMap((unit, index) => {
    if (unit === undefined || !targets || targets.includes(unit)) return [];
    const close = nearest(unit, targets);
    const fix = close ? `write ${name(close)}, or add it to units` : 'add it to units';
    return [
      organization.problem(`expected root or a unit listed in units, found ${quote(unit)}; ${fix}`, [
        'tagStandard',
        'units',
        index,
      ]),
    ];
  });
  const ofPlatform = keys.flatMap(([key]) => {
    const own = PLATFORM_TAG_KEYS.find((platform) => platform.toLowerCase() === key.toLowerCase());
    return own
      ? [
          organization.problem(`${own} is set by the platform itself; remove the line`, [
            'tagStandard',
            'keys',
            key,
          ]),
        ]
      : [];
  });
  const unmet = stages.flatMap((stage) =>
    keys.flatMap(([key, values]) => {
      if (PLATFORM_TAG_KEYS.some((platform) => platform.toLowerCase() === key.toLowerCase())) return [];
      const value = stage.config.tags?.[key] ?? organization.config.tags?.[key];
      const isGiven = stage.gives('tags', key) || organization.gives('tags', key);
      if (value === undefined) {
        if (isGiven || !stage.lacks('tags', key)) return [];
        const text = `the tag standard asks for ${quote(key)}; add it to tags here, in defaults.yaml or in organization.yaml`;
        return [stage.problem(text, ['tags'])];
      }
      const allowed = (values ?? []).filter((allowedValue) => allowedValue !== undefined);
      if (allowed.length === 0 || allowed.includes(value)) return [];
      const text = `expected ${allowed.map(quote).join(' or ')} by tagStandard, found ${quote(value)}; write one of them, or add it there`;
      return [
        stage.gives('tags', key)
          ? stage.problem(text, ['tags', key])
          : organization.problem(text, ['tags', key]),
      ];
    }),
  );
  return [...unknown, ...ofPlatform, ...unmet];
};
