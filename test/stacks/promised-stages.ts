import { fixtureConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';
import { type Attributes, resourcesOf } from '../support/terraform-json';

export const stacks = parsedLandingZone(fixtureConfig());
/** Stages as shipped, which differ in count and size only. */
export const shippedNames = ['sandbox', 'test', 'prod'];
/** Those, and one with everything that a stage can have, so that no promise is kept by having nothing to keep. */
export const stageNames = [...shippedNames, 'isolated'];
export const stages = stageNames.map((name) => stacks[name] ?? {});

/** All resources of some types in all stages; fails when there is none to look at. */
export function everyOne(...types: string[]): Attributes[] {
  const found = stages.flatMap((json) => types.flatMap((type) => resourcesOf(json, type)));
  if (found.length === 0)
    throw new Error(`no stage has any ${types.join(' or ')}: the promise is not tested`);
  return found;
}
