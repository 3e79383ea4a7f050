/**
 * The same resources without configuration, modules or checks: what CDKTF itself costs. Reads what the
 * shipped program has synthesised and makes every block of it again with the provider's own classes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { TerraformElement } from 'cdktf';
import { App, LocalBackend, TerraformLocal, TerraformOutput, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { reportCost } from './report-cost';

type Attributes = Record<string, unknown>;
type Blocks = Record<string, Record<string, Attributes>>;
interface Stack {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly provider?: { readonly aws: Attributes[] };
  readonly locals?: Record<string, string>;
  readonly output?: Record<string, { readonly value: unknown }>;
}
type BlockClass = new (scope: Construct, id: string, config: unknown) => TerraformElement;

const [, , outdir, synthesised = ''] = process.argv;
const app = new App({ outdir });
for (const name of readdirSync(join(synthesised, 'stacks'))) {
  const json = JSON.parse(readFileSync(join(synthesised, 'stacks', name, 'cdk.tf.json'), 'utf8')) as Stack;
  const stack = new TerraformStack(app, name);
  new LocalBackend(stack, { path: `${name}.tfstate` });
  const providers = new Map(
    (json.provider?.aws ?? []).map((config) => [
      `aws.${String(config['alias'])}`,
      new AwsProvider(stack, String(config['alias']), camelCased(config) as object),
    ]),
  );
  for (const [prefix, blocks] of [
    ['', json.resource],
    ['data-', json.data],
  ] as const) {
    for (const [type, byName] of Object.entries(blocks ?? {})) {
      const Block = blockClass(prefix, type);
      for (const [id, { provider, for_each: forEach, ...attributes }] of Object.entries(byName)) {
        const config = camelCased(attributes) as object;
        const block = new Block(stack, `${prefix}${id}`, {
          ...config,
          provider: providers.get(String(provider)),
        });
        // As a text it can only be written over what cdktf makes.
        if (forEach !== undefined) block.addOverride('for_each', forEach);
      }
    }
  }
  for (const [id, value] of Object.entries(json.locals ?? {}))
    new TerraformLocal(stack, `local-${id}`, value);
  for (const [id, { value }] of Object.entries(json.output ?? {})) new TerraformOutput(stack, id, { value });
}
app.synth();
reportCost();

function blockClass(prefix: string, type: string): BlockClass {
  const module = `${prefix ? 'data-aws-' : ''}${type.replace(/^aws_/, '').replaceAll('_', '-')}`;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- which classes are needed is data
  const exported = require(`@cdktf/provider-aws/lib/${module}`) as Record<
    string,
    BlockClass & { tfResourceType?: string }
  >;
  const found = Object.values(exported).find((candidate) => candidate.tfResourceType === type);
  if (!found) throw new Error(`@cdktf/provider-aws/lib/${module} has no class for ${type}`);
  return found;
}

/** Attribute names in Terraform's spelling become those of the bindings; tags are data and stay. */
function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      key === 'tags' ? inner : camelCased(inner),
    ]),
  );
}
