import type { Attributes } from '../../support/terraform-json';

/** Resources by type and name, as they stand in Terraform's JSON. */
export type Resources = Record<string, Record<string, Attributes>>;

/** Several sets as one; no two may hold the same address. */
export function merged(...sets: readonly Resources[]): Resources {
  const all: Resources = {};
  for (const set of sets) {
    for (const [type, byName] of Object.entries(set)) {
      for (const [name, attributes] of Object.entries(byName)) {
        const sameType = (all[type] ??= {});
        if (name in sameType) throw new Error(`${type}.${name} is there twice`);
        sameType[name] = attributes;
      }
    }
  }
  return all;
}

/** A policy document as the text that resources want. */
export function policy(...statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
