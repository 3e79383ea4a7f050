import { Graph, alg } from '@dagrejs/graphlib';
import { UserError } from '../user-error';
import { addressOf, referencesIn } from './references';

type Block = Readonly<Record<string, unknown>>;
type Blocks = Readonly<Record<string, Readonly<Record<string, Block>>>>;

/** The parts of a stack's `cdk.tf.json` that decide in which order Terraform works. */
export interface StackJson {
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly provider?: Readonly<Record<string, readonly Block[]>>;
  readonly locals?: Block;
  readonly module?: Block;
  readonly import?: readonly Block[];
}

/** Something that Terraform visits: an instance of a resource or data source, or a value that takes it no time. */
export interface StackNode {
  /** Terraform's address, `aws_subnet.a[0]` for an instance; a value's name for a value. */
  readonly address: string;
  readonly kind: 'resource' | 'data' | 'value';
  readonly type: string;
  readonly attributes: Block;
  /** Whether an `import` block brings the resource in instead of making it. */
  readonly imported: boolean;
}

/** What a stack consists of, and what must exist before what. Edges go from the earlier node to the later. */
export class StackGraph {
  private readonly graph = new Graph({ directed: true });

  /**
   * @param stack name, for messages
   * @throws UserError for a reference to what the stack does not have, a cycle, or a module, whose inside is not here
   */
  public constructor(
    private readonly stack: string,
    json: StackJson,
  ) {
    const modules = Object.keys(json.module ?? {});
    if (modules.length > 0) {
      throw new UserError(
        `${stack} calls Terraform modules (${modules.join(', ')}): what they consist of is not in its cdk.tf.json, so its deploy cannot be modelled`,
      );
    }
    const references = this.addNodes(json);
    for (const [address, { block, provider }] of references) this.connect(address, block, provider);
    const [cycle] = alg.findCycles(this.graph);
    if (cycle !== undefined) {
      throw new UserError(
        `${stack} has a cycle: ${cycle.join(', ')}; each of them waits for another of them`,
      );
    }
  }

  public get nodes(): readonly StackNode[] {
    return this.graph.nodes().map((address) => this.node(address));
  }

  public has(address: string): boolean {
    return this.graph.hasNode(address);
  }

  public node(address: string): StackNode {
    return this.graph.node(address) as StackNode;
  }

  /** What Terraform has done before it turns to a node. */
  public dependencies(address: string): readonly string[] {
    return this.graph.predecessors(address) ?? [];
  }

  /** Adds every node, and answers with the blocks whose references are still to be followed. */
  private addNodes(json: StackJson): Map<string, { block: unknown; provider?: string }> {
    const todo = new Map<string, { block: unknown; provider?: string }>();
    for (const [name, value] of Object.entries(json.locals ?? {})) {
      this.addValue(`local.${name}`);
      todo.set(`local.${name}`, { block: value });
    }
    for (const [name, configurations] of Object.entries(json.provider ?? {})) {
      for (const configuration of configurations) {
        const address = providerAddress(name, configuration['alias']);
        this.addValue(address);
        todo.set(address, { block: configuration });
      }
    }
    const imports = new Set((json.import ?? []).map(({ to }) => bare(String(to))));
    for (const kind of ['resource', 'data'] as const) {
      for (const [type, byName] of Object.entries(json[kind] ?? {})) {
        for (const [name, block] of Object.entries(byName)) {
          const address = `${kind === 'data' ? 'data.' : ''}${type}.${name}`;
          for (const instance of this.addInstances(address, kind, type, block, imports)) {
            todo.set(instance, { block, provider: this.providerOf(address, type, block) });
          }
        }
      }
    }
    return todo;
  }

  /** One node for each instance, and behind them one for all: what refers to the resource waits for all of them. */
  private addInstances(
    address: string,
    kind: 'resource' | 'data',
    type: string,
    attributes: Block,
    imports: ReadonlySet<string>,
  ): readonly string[] {
    const keys = instanceKeys(attributes);
    const add = (instance: string) =>
      this.graph.setNode(instance, {
        address: instance,
        kind,
        type,
        attributes,
        imported: imports.has(instance),
      } satisfies StackNode);
    if (keys === undefined) {
      add(address);
      return [address];
    }
    this.addValue(address);
    const instances = keys.map((key) => `${address}[${key}]`);
    for (const instance of instances) {
      add(instance);
      this.graph.setEdge(instance, address);
    }
    return instances.length > 0 ? instances : [address];
  }

  private addValue(address: string): void {
    this.graph.setNode(address, {
      address,
      kind: 'value',
      type: address.split('.', 1)[0] ?? '',
      attributes: {},
      imported: false,
    } satisfies StackNode);
  }

  /** The provider configuration a resource uses; without one of that name, Terraform makes an empty one. */
  private providerOf(address: string, type: string, block: Block): string | undefined {
    const named = block['provider'];
    if (typeof named !== 'string') {
      const implied = providerAddress(type.split('_', 1)[0] ?? '', undefined);
      return this.has(implied) ? implied : undefined;
    }
    const provider = `provider.${bare(named)}`;
    if (!this.has(provider)) throw this.missing(address, provider);
    return provider;
  }

  private connect(address: string, block: unknown, provider: string | undefined): void {
    const attributes = (typeof block === 'object' && block !== null ? block : {}) as Block;
    const lifecycle = attributes['lifecycle'] as Block | undefined;
    const named = [attributes['depends_on'], lifecycle?.['replace_triggered_by']]
      .flat()
      .filter((name) => typeof name === 'string')
      .map((name) => addressOf(bare(name)))
      .filter((name) => name !== undefined);
    const isOfNode = ['resource', 'data'].includes(this.node(address).kind);
    for (const dependency of [...referencesIn(block), ...(isOfNode ? named : [])]) {
      if (!this.has(dependency)) throw this.missing(address, dependency);
      this.graph.setEdge(dependency, address);
    }
    if (provider !== undefined) this.graph.setEdge(provider, address);
  }

  private missing(address: string, dependency: string): UserError {
    return new UserError(
      `${this.stack}: ${address} refers to ${dependency}, which the stack does not have; if its cdk.tf.json was edited or cut short, synthesise again: npx cdktf synth`,
    );
  }
}

function providerAddress(name: string, alias: unknown): string {
  return typeof alias === 'string' ? `provider.${name}.${alias}` : `provider.${name}`;
}

/** A reference without the template around it: cdktf writes some one way and some the other. */
function bare(reference: string): string {
  return reference.replace(/^\$\{(.*)\}$/s, '$1').trim();
}

/**
 * Keys of a resource's instances as Terraform writes them; undefined for a resource that is one. What only Terraform
 * can count is taken for one instance.
 */
function instanceKeys({ count, for_each: forEach }: Block): readonly string[] | undefined {
  if (count !== undefined) {
    const number = Number(count);
    return Number.isInteger(number) ? Array.from({ length: number }, (_, index) => String(index)) : ['0'];
  }
  if (forEach === undefined) return undefined;
  if (Array.isArray(forEach)) return forEach.map((key) => JSON.stringify(key));
  const keys = typeof forEach === 'object' && forEach !== null ? Object.keys(forEach) : ['each'];
  return keys.map((key) => JSON.stringify(key));
}
