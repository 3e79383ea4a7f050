import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';
import { jsonSchemas } from '../../../config/schema/json-schema';

const folder = join(__dirname, '../../../environments');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const validatorOf = (name: string) => new Ajv({ allErrors: true }).compile(jsonSchemas()[name] ?? {});

const SHIPPED = [
  ['organization.yaml', 'organization.schema.json'],
  ['defaults.yaml', 'defaults.schema.json'],
  ['prod.yaml', 'environment.schema.json'],
  ['sandbox.yaml', 'environment.schema.json'],
  ['test.yaml', 'environment.schema.json'],
] as const;

describe('the JSON Schemas beside the environment files', () => {
  it.each(Object.entries(jsonSchemas()))(
    '%s is up to date (if this fails, run: npm run schema)',
    (name, schema) => {
      expect(read(name)).toBe(`${JSON.stringify(schema, null, 2)}\n`);
    },
  );

  it.each(SHIPPED)('editors find the schema of %s', (file, schema) => {
    expect(read(file).split('\n')[0]).toBe(`# yaml-language-server: $schema=./${schema}`);
  });

  it.each(SHIPPED)('%s is valid', (file, schema) => {
    const validate = validatorOf(schema);
    validate(parse(read(file)));
    expect(validate.errors).toBeNull();
  });

  it.each(SHIPPED)('fails %s with a key that nobody knows', (file, schema) => {
    const validate = validatorOf(schema);
    validate({ ...(parse(read(file)) as object), retries: 3 });
    expect(validate.errors).toEqual([expect.objectContaining({ params: { additionalProperty: 'retries' } })]);
  });

  it('ask a stage for nothing but its identity', () => {
    const stage = {
      stage: 'x',
      account: { name: 'x', email: 'aws@acme.io' },
      network: { cidr: '10.0.0.0/16' },
    };
    expect(validatorOf('environment.schema.json')(stage)).toBe(true);
  });

  it.each(['stage', 'account', 'network'])('fail a stage without %s', (key) => {
    const stage = {
      stage: 'x',
      account: { name: 'x', email: 'aws@acme.io' },
      network: { cidr: '10.0.0.0/16' },
    };
    expect(validatorOf('environment.schema.json')({ ...stage, [key]: undefined })).toBe(false);
  });

  it('ask defaults.yaml for nothing', () => {
    expect(validatorOf('defaults.schema.json')({})).toBe(true);
  });

  it.each([
    { stage: 'x' },
    { account: { name: 'x' } },
    { account: { id: '123456789012' } },
    { network: { cidr: '10.0.0.0/16' } },
  ])('fail defaults.yaml with %j', (defaults) => {
    expect(validatorOf('defaults.schema.json')(defaults)).toBe(false);
  });
});
