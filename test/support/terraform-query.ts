import type { Attributes, TerraformJson } from './terraform-json';

/** A resource with its address. */
export interface Resource {
  readonly address: string;
  readonly attributes: Attributes;
}

/** All resources of some types. */
export function resources(json: TerraformJson, ...types: string[]): Resource[] {
  return types.flatMap((type) =>
    Object.entries(json.resource?.[type] ?? {}).map(([name, attributes]) => ({
      address: `${type}.${name}`,
      attributes,
    })),
  );
}

/** Addresses of the resources of a type that something is wrong with. */
export function addressesWhere(
  json: TerraformJson,
  types: string | readonly string[],
  isWrong: (attributes: Attributes, address: string) => boolean,
): string[] {
  return resources(json, ...[types].flat())
    .filter(({ attributes, address }) => isWrong(attributes, address))
    .map(({ address }) => address);
}

/** Whether a value, at any depth, refers to the resource with this address. */
export function refersTo(value: unknown, address: string): boolean {
  return JSON.stringify(value ?? null).includes(`\${${address}.`);
}

/** The resources of some types that refer to another in one of their attributes. */
export function companions(
  json: TerraformJson,
  types: string | readonly string[],
  attribute: string,
  address: string,
): Attributes[] {
  return resources(json, ...[types].flat())
    .map(({ attributes }) => attributes)
    .filter((attributes) => refersTo(attributes[attribute], address));
}

/** The value at a path such as `rule.filter.prefix`; of repeated blocks the first counts. */
export function at(attributes: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (block(value) as Attributes | undefined)?.[key], attributes);
}

const block = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

/** A value as a list: one block and a list of one are the same in Terraform. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : [value].flat();
}

/** The type as an address where a stage has no resource of it, though it should. */
export function absent(json: TerraformJson, type: string): string[] {
  return isStage(json) && resources(json, type).length === 0 ? [type] : [];
}

/** Whether a stack holds what is in the account of a stage. */
export function isStage(json: TerraformJson): boolean {
  return (json.provider?.['aws'] ?? []).some(({ alias }) => alias === 'stage');
}

/**
 * Sets a value at a path of the first resource of a type.
 *
 * @returns address of what was changed
 */
export function set(json: TerraformJson, type: string, path: string, value: unknown): string {
  const { address, attributes } = first(json, type);
  const keys = path.split('.');
  const last = keys.pop() as string;
  const parent = block(keys.length === 0 ? attributes : at(attributes, keys.join('.')));
  if (parent === undefined) throw new Error(`${address} has no ${keys.join('.')}`);
  (parent as Attributes)[last] = value;
  return address;
}

/**
 * Takes away the first resource of a type.
 *
 * @returns what it was
 */
export function remove(json: TerraformJson, type: string): Resource {
  const resource = first(json, type);

  delete json.resource?.[type]?.[nameOf(resource.address)];
  return resource;
}

/**
 * Adds a resource.
 *
 * @returns its address
 */
export function add(json: TerraformJson, type: string, attributes: Attributes = {}): string {
  const all = json.resource ?? {};
  all[type] = { ...all[type], broken: attributes };
  return `${type}.broken`;
}

/** The first resource of a type; fails when there is none, for then nothing can be broken. */
export function first(json: TerraformJson, type: string): Resource {
  const [resource] = resources(json, type);
  if (resource === undefined) throw new Error(`there is no ${type} to break`);
  return resource;
}

/** Attributes of the resource with an address; fails when there is none. */
export function attributesAt(json: TerraformJson, address: string): Attributes {
  const found = json.resource?.[address.slice(0, address.indexOf('.'))]?.[nameOf(address)];
  if (found === undefined) throw new Error(`there is no ${address}`);
  return found;
}

/** Address of the resource that a text such as `${aws_s3_bucket.raw.bucket}` refers to. */
export function referred(text: unknown): string {
  const address = /\$\{(\w+\.[\w-]+)\./.exec(String(text))?.[1];
  if (address === undefined) throw new Error(`expected a reference, found ${String(text)}`);
  return address;
}

const nameOf = (address: string): string => address.slice(address.indexOf('.') + 1);
