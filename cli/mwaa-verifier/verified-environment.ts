import type { Attachments } from '../../config';
import type { StackJson } from '../deploy-model';
import { referencesIn } from '../deploy-model/references';

/** Attributes of one resource, as they stand in `cdk.tf.json`. */
export type Attributes = Readonly<Record<string, unknown>>;

/** A resource of a synthesised stack. */
export interface Resource {
  /** Terraform's address: `aws_subnet.a`. */
  readonly address: string;
  readonly attributes: Attributes;
}

/** An MWAA environment of a synthesised stack, and what of the stack is about it. */
export class VerifiedEnvironment {
  /**
   * @param json the stack's `cdk.tf.json`
   * @param address address of the environment in it
   * @param files what lies below `environments/`
   */
  constructor(
    private readonly json: StackJson,
    readonly address: string,
    readonly attributes: Attributes,
    readonly files: Attachments,
  ) {}

  /** Every MWAA environment of a stack. */
  static inStack(json: StackJson, files: Attachments): VerifiedEnvironment[] {
    return Object.entries(json.resource?.['aws_mwaa_environment'] ?? {}).map(
      ([name, attributes]) =>
        new VerifiedEnvironment(json, `aws_mwaa_environment.${name}`, attributes, files),
    );
  }

  get name(): string {
    return String(this.attributes['name']);
  }

  /** Major version of Airflow; AWS takes the newest when none is given. */
  get majorVersion(): number {
    return Number.parseInt(text(this.attributes['airflow_version']) ?? '3', 10);
  }

  get region(): string {
    return String(this.provider?.['region']);
  }

  /** Id of its account, or the reference that stands for it; undefined when the provider takes any. */
  get accountId(): string | undefined {
    return text(this.provider?.['allowed_account_ids']);
  }

  /** Configuration options of Airflow by section and name. */
  get options(): Readonly<Record<string, string>> {
    return (this.attributes['airflow_configuration_options'] ?? {}) as Record<string, string>;
  }

  get subnets(): Resource[] {
    return this.referred(this.network['subnet_ids'], 'aws_subnet');
  }

  get securityGroups(): Resource[] {
    return this.referred(this.network['security_group_ids'], 'aws_security_group');
  }

  /** All resources of some types. */
  resources(...types: string[]): Resource[] {
    return types.flatMap((type) =>
      Object.entries(this.json.resource?.[type] ?? {}).map(([name, attributes]) => ({
        address: `${type}.${name}`,
        attributes,
      })),
    );
  }

  /** Resources of a type that a value refers to. */
  referred(value: unknown, type: string): Resource[] {
    const wanted = referencesIn(value);
    return this.resources(type).filter(({ address }) => wanted.has(address));
  }

  /** Resources of a type that refer to another one in an attribute. */
  companions(type: string, attribute: string, { address }: Pick<Resource, 'address'>): Resource[] {
    return this.resources(type).filter(({ attributes }) => referencesIn(attributes[attribute]).has(address));
  }

  private get provider(): Attributes | undefined {
    const alias = String(this.attributes['provider']).replace(/^aws\./, '');
    return this.json.provider?.['aws']?.find((block) => block['alias'] === alias);
  }

  private get network(): Attributes {
    return blocks(this.attributes['network_configuration'])[0] ?? {};
  }
}

/** Nested blocks: one and a list of one are the same in Terraform. */
export function blocks(value: unknown): Attributes[] {
  return value === undefined || value === null ? [] : ([value].flat() as Attributes[]);
}

/** The text of an attribute. */
export function text(value: unknown): string | undefined {
  return texts(value)[0];
}

/** Texts of an attribute that holds one or a list of them. */
export function texts(value: unknown): string[] {
  return value === undefined || value === null ? [] : [value].flat().map(String);
}
