import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Blocks of a synthesised stack that matter here. */
interface StackJson {
  readonly terraform: Record<string, unknown>;
  readonly provider: Record<string, unknown>;
  readonly resource: Record<string, Record<string, Record<string, unknown>>>;
}

/** Types of what must be adopted where it is there and the state does not know it: their names are taken. */
const ADOPTED = { bucket: 'aws_s3_bucket', key: 'aws_kms_key', alias: 'aws_kms_alias' } as const;

/**
 * The folder in which the stack `state` is deployed for the first time, with its state beside it, since the bucket that
 * the stack's own file names is not there yet. That file stays as it is: an override file of Terraform names another
 * backend, and without it the next `terraform init` moves the state.
 *
 * Source: "Override files", merging terraform blocks (https://developer.hashicorp.com/terraform/language/files/override).
 */
export class FirstState {
  /** Where Terraform is run. */
  readonly folder: string;
  /** Where Terraform is asked whether the alias is there. */
  readonly probeFolder: string;
  private readonly stack: StackJson;

  /**
   * @param folder nothing else may be in it
   * @param stackFile the synthesised `cdk.tf.json` of the stack
   */
  constructor(folder: string, stackFile: string) {
    this.folder = folder;
    this.probeFolder = path.join(folder, 'probe');
    const text = readFileSync(stackFile, 'utf8');
    this.stack = JSON.parse(text) as StackJson;
    mkdirSync(this.probeFolder, { recursive: true, mode: 0o700 });
    writeFileSync(path.join(folder, 'cdk.tf.json'), text);
    this.forgetHalfWritten();
  }

  /** Has the state kept beside the file from now on, until `useBucket`. */
  useLocalState(): void {
    this.write('backend_override.tf.json', {
      terraform: { backend: { local: { path: 'terraform.tfstate' } } },
    });
  }

  /** Leaves the backend to the stack's own file, which names the bucket. */
  useBucket(): void {
    for (const file of ['backend_override.tf.json', 'adopt.tf.json'])
      rmSync(path.join(this.folder, file), { force: true });
  }

  /** Makes Terraform read the alias of the key, which fails where there is none. */
  writeProbe(): void {
    const { required_providers } = this.stack.terraform;
    this.write(path.join('probe', 'probe.tf.json'), {
      terraform: { required_providers },
      provider: this.stack.provider,
      ...this.aliasLookup(),
    });
  }

  /**
   * Has Terraform import what an interrupted run left behind without a note in the state.
   *
   * @param found what is there in AWS
   */
  adopt(found: { readonly hasBucket: boolean; readonly hasAlias: boolean }): void {
    const [bucketAddress, bucket] = this.only(ADOPTED.bucket);
    const [keyAddress] = this.only(ADOPTED.key);
    const [aliasAddress, alias] = this.only(ADOPTED.alias);
    const imports = [
      ...(found.hasBucket ? [{ to: bucketAddress, id: bucket['bucket'] }] : []),
      ...(found.hasAlias
        ? [
            { to: keyAddress, id: '${data.aws_kms_alias.existing.target_key_id}' },
            { to: aliasAddress, id: alias['name'] },
          ]
        : []),
    ].filter(({ to }) => !this.knows(to));
    this.write('adopt.tf.json', {
      import: imports,
      ...(found.hasAlias ? this.aliasLookup() : {}),
    });
  }

  private aliasLookup(): object {
    const [, alias] = this.only(ADOPTED.alias);
    return {
      data: { aws_kms_alias: { existing: { provider: alias['provider'], name: alias['name'] } } },
    };
  }

  /** A state that a kill left half written is worth nothing: what it was about is adopted, or made to be as it is. */
  private forgetHalfWritten(): void {
    const file = this.stateFile();
    if (!existsSync(file)) return;
    try {
      JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      rmSync(file);
    }
  }

  private stateFile(): string {
    return path.join(this.folder, 'terraform.tfstate');
  }

  /** Whether the local state has a resource. */
  private knows(address: string): boolean {
    if (!existsSync(this.stateFile())) return false;
    const { resources = [] } = JSON.parse(readFileSync(this.stateFile(), 'utf8')) as {
      resources?: readonly { mode: string; type: string; name: string }[];
    };
    return resources.some(({ mode, type, name }) => mode === 'managed' && `${type}.${name}` === address);
  }

  private only(type: string): [address: string, attributes: Record<string, unknown>] {
    const [found, ...others] = Object.entries(this.stack.resource[type] ?? {});
    if (found === undefined || others.length > 0) throw new Error(`expected one ${type} in the stack state`);
    return [`${type}.${found[0]}`, found[1]];
  }

  private write(file: string, content: object): void {
    writeFileSync(path.join(this.folder, file), JSON.stringify(content, null, 2));
  }
}
