/** Attributes of one block, as they stand in `cdk.tf.json`. */
export type Attributes = Record<string, unknown>;

/** The parts of a synthesised stack that tests look at. */
export interface TerraformJson {
  readonly resource?: Record<string, Record<string, Attributes>>;
  readonly data?: Record<string, Record<string, Attributes>>;
  readonly provider?: Record<string, Attributes[]>;
  readonly terraform?: { readonly backend?: Record<string, Attributes>; [key: string]: unknown };
  readonly locals?: Attributes;
  readonly output?: Record<string, Attributes>;
  readonly import?: readonly Attributes[];
}

/** All resources of a type, in the order of their addresses. */
export function resourcesOf(json: TerraformJson, type: string): Attributes[] {
  return Object.values(json.resource?.[type] ?? {});
}

/** The one resource of a type; fails, naming what is there, when there is not exactly one. */
export function onlyResource(json: TerraformJson, type: string): Attributes {
  const [resource, ...others] = resourcesOf(json, type);
  if (resource === undefined || others.length > 0) {
    throw new Error(
      `expected one ${type}, found ${Object.keys(json.resource?.[type] ?? {}).join(', ') || 'none'}`,
    );
  }
  return resource;
}

/** Addresses of everything in a stack that Terraform tracks or reads, sorted. */
export function addresses(json: TerraformJson): string[] {
  const of = (blocks: TerraformJson['resource'], prefix: string) =>
    Object.entries(blocks ?? {}).flatMap(([type, byName]) =>
      Object.keys(byName).map((name) => `${prefix}${type}.${name}`),
    );
  return [...of(json.resource, ''), ...of(json.data, 'data.')].sort();
}

/** The text of a tag, whatever else is tagged. */
export function tag(attributes: Attributes, key: string): string | undefined {
  return (attributes['tags'] as Record<string, string> | undefined)?.[key];
}

/** One statement of a rendered policy. */
export interface RenderedStatement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource?: string | string[];
  readonly NotResource?: string | string[];
  readonly Principal?: Record<string, string | string[]>;
  readonly Condition?: Record<string, Record<string, string | string[]>>;
}

/** The statements of a policy that stands as JSON text in an attribute. */
export function statements(policy: unknown): RenderedStatement[] {
  return (JSON.parse(policy as string) as { Statement: RenderedStatement[] }).Statement;
}
