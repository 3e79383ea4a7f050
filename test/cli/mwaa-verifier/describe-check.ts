import type { Attachments } from '../../../config';
import { verify } from '../../../cli/mwaa-verifier';
import type { Check, Finding } from '../../../cli/mwaa-verifier/check';
import { VerifiedEnvironment } from '../../../cli/mwaa-verifier/verified-environment';
import { fixtureAttachments, fixtureConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import { attributesAt, resources } from '../../support/terraform-query';
import type { Attributes, TerraformJson } from '../../support/terraform-json';

/** A change that a check must notice. */
export interface Breach {
  /** What is wrong, after `finds`. */
  readonly sentence: string;
  /**
   * The stage to break.
   *
   * @default sandbox, which has NAT; isolated has endpoints instead
   */
  readonly stage?: 'sandbox' | 'isolated';
  /** Breaks it and returns where it must be found, once for each finding. */
  readonly breakIt: (json: TerraformJson) => string | string[];
  readonly text: RegExp;
}

/**
 * That a check holds for every stage of the fixtures, and that it finds what is broken, and only that.
 *
 * @param breaches none for a check of files, whose test breaks those
 */
export function describeCheck(check: Check, breaches: readonly Breach[] = []): void {
  const stacks = parsedLandingZone(fixtureConfig());
  const stages = fixtureConfig().stages.map(({ stage }) => stage);

  it.each(stages)('holds for %s', (stage) => {
    expect(findingsOf(check, stacks[stage])).toEqual([]);
  });

  for (const { sentence, stage, breakIt, text } of breaches) {
    it(`finds ${sentence}`, () => {
      const json = structuredClone(stacks[stage ?? 'sandbox'] ?? {});
      const expected = [breakIt(json)].flat();
      const found = findingsOf(check, json);
      expect(found.map(({ at }) => at).sort()).toEqual(expected.sort());
      for (const finding of found) expect(finding.text).toMatch(text);
    });
  }

  it('is among those that lz verify runs', () => {
    const [first] = verify(stacks['sandbox'] ?? {}, fixtureAttachments());
    expect(first?.results.map((result) => result.check)).toContain(check);
  });
}

/** What a check finds in the only environment of a stack. */
export function findingsOf(
  check: Check,
  json: TerraformJson = {},
  files: Attachments = fixtureAttachments(),
): Finding[] {
  const environments = VerifiedEnvironment.inStack(json, files);
  if (environments.length === 0) throw new Error('there is no environment to check');
  return environments.flatMap((environment) => check.check(environment));
}

/** Address of the environment of a stack. */
export function environmentOf(json: TerraformJson): string {
  return addressOf(json, 'aws_mwaa_environment', '');
}

/** Attributes of the environment of a stack. */
export function environmentIn(json: TerraformJson): Attributes {
  return attributesAt(json, environmentOf(json));
}

/** The only address of a type whose name has a text in it. */
export function addressOf(json: TerraformJson, type: string, part: string): string {
  const found = resources(json, type)
    .map(({ address }) => address)
    .filter((address) => address.includes(part));
  const [address, ...others] = found;
  if (address === undefined || others.length > 0)
    throw new Error(`expected one ${type} with ${part} in its name, found ${found.join(', ') || 'none'}`);
  return address;
}

/** Takes a resource away. */
export function removeAt(json: TerraformJson, address: string): void {
  const [type = '', name = ''] = address.split('.');
  delete json.resource?.[type]?.[name];
}
