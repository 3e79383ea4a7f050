import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findTerraform, runCommand } from '../../local';
import { UserError } from '../user-error';
import { FirstState } from './first-state';

/** What the provider says of an alias that is not there. */
const NO_ALIAS = /couldn't find resource|empty result|NotFoundException/;

/** Exit code of `terraform plan -detailed-exitcode` when something would change. */
const CHANGES = 2;

/** The steps of `lz bootstrap`, each of which can be run again after it was interrupted. */
export class BootstrapRun {
  /** Folder of local state. */
  readonly stateFolder: string;
  private readonly stackFolder: string;
  private readonly firstFolder: string;

  private constructor(
    private readonly root: string,
    private readonly terraform: string,
    private readonly say: (line: string) => void,
  ) {
    // As cdktf finds it; the local cloud has a folder of its own.
    const output = path.resolve(root, process.env.CDKTF_OUTPUT ?? 'cdktf.out');
    this.stackFolder = path.join(output, 'stacks', 'state');
    this.stateFolder = path.join(output, '..', '.state');
    this.firstFolder = path.join(this.stateFolder, 'bootstrap');
  }

  /** @throws UserError when there is no Terraform to work with */
  static async start(root: string, say: (line: string) => void): Promise<BootstrapRun> {
    return new BootstrapRun(root, (await findTerraform()).path, say);
  }

  async synthesise(): Promise<void> {
    const bin = path.join(
      path.dirname(require.resolve('cdktf-cli/package.json')),
      'bundle',
      'bin',
      'cdktf.js',
    );
    await this.run('synthesise', process.execPath, [
      bin,
      'synth',
      '--output',
      path.resolve(this.stackFolder, '../..'),
    ]);
  }

  /** Makes the bucket with state on this machine, or goes on where another run was interrupted. */
  async makeBucket(hasBucket: boolean): Promise<void> {
    const first = new FirstState(this.firstFolder, path.join(this.stackFolder, 'cdk.tf.json'));
    first.writeProbe();
    const hasAlias = await this.hasAlias(first.probeFolder);
    first.useLocalState();
    first.adopt({ hasBucket, hasAlias });
    await this.inTerraform('prepare, with state on this machine', first.folder, ['init', '-reconfigure']);
    await this.inTerraform('make the bucket and its key', first.folder, ['apply', '-auto-approve']);
  }

  /** Moves the state into the bucket. Without a lock: nobody else knows of this state, and a lock would outlive a kill. */
  async moveState(): Promise<void> {
    const first = new FirstState(this.firstFolder, path.join(this.stackFolder, 'cdk.tf.json'));
    first.useBucket();
    await this.inTerraform('move the state into the bucket', first.folder, [
      'init',
      '-migrate-state',
      '-force-copy',
      '-lock=false',
    ]);
  }

  /** Removes what served the first deployment. Only once the state is in the bucket. */
  forgetFirstState(): void {
    if (existsSync(this.firstFolder)) rmSync(this.firstFolder, { recursive: true });
  }

  /** Whether a plan with the state in the bucket changes nothing. */
  async isAsWritten(): Promise<boolean> {
    await this.inTerraform('prepare, with state in the bucket', this.stackFolder, ['init', '-reconfigure']);
    const plan = ['plan', '-detailed-exitcode'];
    return (
      (await this.inTerraform('plan with the state in the bucket', this.stackFolder, plan, [CHANGES])) === 0
    );
  }

  private async hasAlias(folder: string): Promise<boolean> {
    await this.inTerraform('look for a key that is there already', folder, ['init']);
    const { execa } = await import('execa');
    const { all, exitCode } = await execa(
      this.terraform,
      [`-chdir=${folder}`, 'plan', '-input=false', '-no-color'],
      { all: true, reject: false, stdin: 'ignore' },
    );
    if (exitCode === 0) return true;
    if (NO_ALIAS.test(all)) return false;
    throw new UserError(`terraform could not look for the key of the state bucket:\n\n${all}`);
  }

  private inTerraform(
    title: string,
    folder: string,
    [command = '', ...args]: readonly string[],
    alsoFine: readonly number[] = [],
  ): Promise<number> {
    return this.run(title, this.terraform, [`-chdir=${folder}`, command, '-input=false', ...args], alsoFine);
  }

  private async run(
    title: string,
    command: string,
    args: readonly string[],
    alsoFine: readonly number[] = [],
  ): Promise<number> {
    this.say(`\n=== ${title}`);
    const exitCode = await runCommand({
      command,
      args,
      cwd: this.root,
      env: process.env,
      // In the local cloud, `lz local exec` watches over it.
      cloudEnded: new Promise(() => undefined),
      onCloudEnded: () => undefined,
    });
    if (exitCode !== 0 && !alsoFine.includes(exitCode))
      throw new UserError(
        `"${title}" ended with exit code ${exitCode}; what it says is above. Nothing has to be undone: run npx lz bootstrap again`,
      );
    return exitCode;
  }
}
