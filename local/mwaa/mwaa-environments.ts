import type { AwsCall } from '../aws-call';
import { checkInput } from '../input-shape';
import { RegionalState } from '../regional-state';
import type { EnvironmentDescription } from './mwaa-environment-description';
import { mwaaNotFound, mwaaValidation } from './mwaa-errors';
import type { EnvironmentLifeCycle } from './mwaa-life-cycle';
import { ENVIRONMENT_ARN, ENVIRONMENT_NAME } from './mwaa-parameters';

export interface MwaaEnvironment {
  description: EnvironmentDescription;
  readonly lifeCycle: EnvironmentLifeCycle;
  readonly tags: Record<string, string>;
}

/** Remembers environments by their name, apart for each account and region, until they have been deleted. */
export class MwaaEnvironments {
  private readonly state = new RegionalState(() => new Map<string, MwaaEnvironment>());

  /** Refuses a name that is taken, at this very moment: of two calls at once one must fail. */
  async add(call: AwsCall, environment: MwaaEnvironment): Promise<void> {
    const { Name } = environment.description;
    await this.find(call, Name);
    const environments = this.state.of(call);
    if (environments.has(Name)) throw mwaaValidation(`Environment with name ${Name} already exists.`);
    environments.set(Name, environment);
  }

  /** The environment of a name; undefined when there is none. */
  async find(call: AwsCall, name: string): Promise<MwaaEnvironment | undefined> {
    const environments = this.state.of(call);
    const environment = environments.get(name);
    if (environment === undefined || (await environment.lifeCycle.status()) !== 'DELETED') return environment;
    // Its successor may have taken the name while its status was looked up.
    if (environments.get(name) === environment) environments.delete(name);
    return undefined;
  }

  /** Refuses a name that there is no environment of as MWAA does. */
  async named(call: AwsCall, name: unknown): Promise<MwaaEnvironment> {
    checkInput({ Name: name }, { Name: ENVIRONMENT_NAME });
    const environment = await this.find(call, name as string);
    if (environment === undefined) throw mwaaNotFound(`Environment with name ${String(name)} not found.`);
    return environment;
  }

  async withArn(call: AwsCall, arn: unknown): Promise<MwaaEnvironment> {
    checkInput({ ResourceArn: arn }, { ResourceArn: ENVIRONMENT_ARN });
    const environment = await this.find(call, String(arn).split(':environment/')[1] ?? '');
    if (environment !== undefined && environment.description.Arn === arn) return environment;
    throw mwaaNotFound(`Resource with ARN ${String(arn)} not found.`);
  }

  /** Names in the order of the alphabet, so that a page begins where the one before ended. */
  async names(call: AwsCall): Promise<readonly string[]> {
    const names = [...this.state.of(call).keys()].sort();
    const found = await Promise.all(names.map((name) => this.find(call, name)));
    return names.filter((_, index) => found[index] !== undefined);
  }
}
