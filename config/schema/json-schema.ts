import { z } from 'zod';
import { IDENTITY_PATHS } from '../identity';
import { environmentSchema } from './environment';
import { organizationSchema } from './organization';

/** The part of a JSON Schema that is changed here. */
interface ObjectSchema {
  title?: string;
  properties?: Record<string, ObjectSchema>;
  /** Of maps with names of people's choice; false where there are none. */
  additionalProperties?: ObjectSchema | boolean;
  required?: string[];
  [keyword: string]: unknown;
}

/**
 * JSON Schemas of the files in `environments/`, by file name, for editors and other tools.
 *
 * They describe single files, and so ask for less than a whole configuration must have: a stage's file may
 * leave to defaults.yaml whatever is not its identity, and defaults.yaml may leave out everything.
 */
export function jsonSchemas(): Readonly<Record<string, ObjectSchema>> {
  return {
    'organization.schema.json': titled('environments/organization.yaml', convert(organizationSchema)),
    'defaults.schema.json': titled('environments/defaults.yaml', withoutIdentity(convert(environmentSchema))),
    'environment.schema.json': titled('a stage: environments/<stage>.yaml', onlyIdentityRequired()),
  };
}

function convert(schema: z.ZodType): ObjectSchema {
  return z.toJSONSchema(schema, { io: 'input' }) as ObjectSchema;
}

function titled(title: string, { $schema, ...rest }: ObjectSchema): ObjectSchema {
  return { $schema, title, ...rest };
}

function onlyIdentityRequired(): ObjectSchema {
  const schema = convert(environmentSchema);
  const needed = requiredPaths(schema).filter((path) =>
    IDENTITY_PATHS.some(
      (identity) => identity.join('.') === path || identity.join('.').startsWith(`${path}.`),
    ),
  );
  return withRequired(schema, needed, '');
}

function withoutIdentity(schema: ObjectSchema): ObjectSchema {
  return IDENTITY_PATHS.reduce(withoutProperty, withRequired(schema, [], ''));
}

function withoutProperty(
  schema: ObjectSchema,
  [key, ...rest]: (typeof IDENTITY_PATHS)[number],
): ObjectSchema {
  const { [String(key)]: property, ...others } = schema.properties ?? {};
  if (!property || rest.length === 0) return { ...schema, properties: others };
  return { ...schema, properties: { ...schema.properties, [String(key)]: withoutProperty(property, rest) } };
}

/** Paths of all keys that a schema requires, at any depth. */
function requiredPaths({ required = [], properties = {} }: ObjectSchema, prefix = ''): string[] {
  return Object.entries(properties).flatMap(([key, property]) => [
    ...(required.includes(key) ? [`${prefix}${key}`] : []),
    ...requiredPaths(property, `${prefix}${key}.`),
  ]);
}

/** The schema with only the given paths required. */
function withRequired(schema: ObjectSchema, paths: readonly string[], prefix: string): ObjectSchema {
  if (typeof schema.additionalProperties === 'object') {
    // One file may name a thing and the other say the rest about it.
    return {
      ...schema,
      additionalProperties: withRequired(schema.additionalProperties, paths, `${prefix}*.`),
    };
  }
  if (!schema.properties) return schema;
  const keys = Object.keys(schema.properties).filter((key) => paths.includes(`${prefix}${key}`));
  const properties = Object.entries(schema.properties).map(([key, property]): [string, ObjectSchema] => [
    key,
    withRequired(property, paths, `${prefix}${key}.`),
  ]);
  // A key without a value is left out when the schema is written.
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    required: keys.length > 0 ? keys : undefined,
  };
}
