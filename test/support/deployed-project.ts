import { readFileSync } from 'node:fs';
import { enterAccount, type PrivateCloud, type StageAccess, startPrivateCloud } from '../../local';
import { cdktf, type CommandResult, unwrapped } from './cdktf';
import { Project } from './project';
import { callLog, type ProviderCalls, providerCalls } from './provider-calls';

/** A project with a local cloud of its own, which the real cdktf CLI deploys it to. */
export class DeployedProject extends Project {
  /** Variables that cdktf gets beside those of the cloud, as a pipeline sets them. */
  variables: NodeJS.ProcessEnv = {};
  private started?: PrivateCloud;

  async start(options: Parameters<typeof startPrivateCloud>[1] = {}): Promise<PrivateCloud> {
    this.started = await startPrivateCloud(this.folder, options);
    return this.started;
  }

  /** Throws the cloud and the project away. */
  async stop(): Promise<void> {
    await this.started?.stop();
    this.remove();
  }

  /** Runs cdktf as a user would, however it ends. */
  cdktf(...args: string[]): Promise<CommandResult> {
    return cdktf(this.folder, { ...this.cloud.environment, ...this.variables }, ...args);
  }

  /** @returns what cdktf printed */
  async deploy(...stacks: string[]): Promise<string> {
    const { exitCode, output } = await this.cdktf('deploy', ...stacks, '--auto-approve');
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    expect(output.match(/Apply complete!/g)).toHaveLength(stacks.length);
    return output;
  }

  /** @returns the plan */
  async diff(stack: string): Promise<string> {
    const { exitCode, output } = await this.cdktf('diff', stack);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    return output;
  }

  async destroy(stack: string): Promise<void> {
    const { exitCode, output } = await this.cdktf('destroy', stack, '--auto-approve');
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('Destroy complete!') as unknown,
    });
  }

  async expectNothingToDo(stack: string): Promise<void> {
    expect(await this.diff(stack)).toContain('No changes.');
  }

  /**
   * Expects that a command fails with a sentence somewhere in its output.
   *
   * @returns what cdktf printed, in one line
   */
  async expectRefused(
    command: 'deploy' | 'destroy' | 'diff',
    stack: string,
    sentence: string | RegExp,
  ): Promise<string> {
    const approval = command === 'diff' ? [] : ['--auto-approve'];
    const { exitCode, output } = await this.cdktf(command, stack, ...approval);
    const said = unwrapped(output);
    const expected: unknown =
      typeof sentence === 'string' ? expect.stringContaining(sentence) : expect.stringMatching(sentence);
    expect({ exitCode, said }).toMatchObject({ exitCode: 1, said: expected });
    return said;
  }

  /** Has the provider write down the calls of all that cdktf is run for from here on. */
  recordCallsAs(run: string): void {
    this.variables = callLog(this.path(`${run}.log`));
  }

  /** The calls of a run that was recorded. */
  callsOf(run: string): ProviderCalls {
    return providerCalls(readFileSync(this.path(`${run}.log`), 'utf8'));
  }

  /** Access to an account by its root e-mail address, as the administrator that Organizations makes. */
  enter(email: string): Promise<StageAccess> {
    const role = 'OrganizationStageAccessRole';
    return enterAccount(this.cloud, { email, role, region: 'eu-west-1', howToGetIt: '' });
  }

  private get cloud(): PrivateCloud {
    if (this.started === undefined) throw new Error('the cloud has not been started');
    return this.started;
  }
}
