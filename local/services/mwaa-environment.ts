import { type AwsCall, queryOf } from '../aws-call';
import { ServiceError } from '../aws-error';
import { checkInput } from '../input-shape';
import type { JsonInput } from '../json-service';
import type { MotoClient } from '../moto-client';
import { checkVersionChange } from '../mwaa/mwaa-airflow-versions';
import {
  type EnvironmentDescription,
  createdDescription,
  shownDescription,
  updatedDescription,
} from '../mwaa/mwaa-environment-description';
import type { MwaaEnvironment, MwaaEnvironments } from '../mwaa/mwaa-environments';
import { mwaaValidation } from '../mwaa/mwaa-errors';
import { checkExecutionRole } from '../mwaa/mwaa-execution-role';
import { checkKey, keyProblem } from '../mwaa/mwaa-key';
import { EnvironmentLifeCycle } from '../mwaa/mwaa-life-cycle';
import { createLogGroups } from '../mwaa/mwaa-logging';
import { checkNetwork, networkProblem } from '../mwaa/mwaa-network';
import { checkCreateInput, checkUpdateInput } from '../mwaa/mwaa-parameters';
import { checkSourceBucket, withFileVersions } from '../mwaa/mwaa-source-bucket';
import { restJsonService } from '../rest-json-service';

/** Most names that ListEnvironments gives at once (its MaxResults). */
const PAGE = 25;

/**
 * Environments of Amazon MWAA, a service that moto lacks. They run no Airflow.
 *
 * What is wrong in a request, or with what it names, is refused at once. What keeps an environment from starting
 * (routes, security group rules, the key's policy) ends as CREATE_FAILED or UPDATE_FAILED, as it does on AWS.
 *
 * Source: https://docs.aws.amazon.com/mwaa/latest/API/API_Operations.html
 */
export function mwaaEnvironment(environments: MwaaEnvironments) {
  return restJsonService({
    name: 'mwaa-environment',
    service: 'airflow',
    actions: {
      'PUT /environments/{Name}': (input, call, moto) => create(environments, input, call, moto),
      'PATCH /environments/{Name}': async (input, call, moto) =>
        update(await environments.named(call, input.Name), input, call, moto),
      async 'GET /environments/{Name}'(input, call) {
        const { description, lifeCycle, tags } = await environments.named(call, input.Name);
        const Status = await lifeCycle.status();
        const LastUpdate = lifeCycle.lastUpdate;
        return { Environment: { ...shownDescription(description), Status, LastUpdate, Tags: tags } };
      },
      async 'DELETE /environments/{Name}'(input, call) {
        const { lifeCycle } = await environments.named(call, input.Name);
        const complete = () => Promise.resolve(undefined);
        await lifeCycle.delete({ through: ['DELETING'], complete, succeeded: 'DELETED', failed: 'DELETED' });
        return {};
      },
      'GET /environments': (_, call) => list(environments, call),
    },
  });
}

async function create(
  environments: MwaaEnvironments,
  input: JsonInput,
  call: AwsCall,
  moto: MotoClient,
): Promise<object> {
  checkCreateInput(input);
  const asked = createdDescription(input, call);
  await checkNetwork(asked.NetworkConfiguration, call, moto);
  await checkKey(asked.KmsKey, call, moto);
  const description = await checkedSurroundings(asked, call, moto);
  const environment: MwaaEnvironment = {
    description,
    tags: { ...(input.Tags as Record<string, string> | undefined) },
    lifeCycle: new EnvironmentLifeCycle({
      through: ['CREATING'],
      complete: () => started(environment.description, call, moto),
      // The endpoints of its VPC are the customer's to make: it waits for them.
      succeeded: description.EndpointManagement === 'CUSTOMER' ? 'PENDING' : 'AVAILABLE',
      failed: 'CREATE_FAILED',
    }),
  };
  await environments.add(call, environment);
  return { Arn: description.Arn };
}

async function update(
  environment: MwaaEnvironment,
  input: JsonInput,
  call: AwsCall,
  moto: MotoClient,
): Promise<object> {
  checkUpdateInput(input);
  const before = environment.description;
  const asked = updatedDescription(before, input);
  checkVersionChange(before.AirflowVersion, asked.AirflowVersion);
  await checkNetwork(asked.NetworkConfiguration, call, moto);
  const description = await checkedSurroundings(asked, call, moto);
  const changesVersion = description.AirflowVersion !== before.AirflowVersion;
  await environment.lifeCycle.update({
    // https://docs.aws.amazon.com/mwaa/latest/userguide/upgrading-environment.html
    through: changesVersion ? ['UPDATING', 'CREATING_SNAPSHOT', 'UPDATING'] : ['UPDATING'],
    async complete() {
      const problem = await started(description, call, moto);
      // "the environment was restored to its previous state": UPDATE_FAILED changes nothing.
      if (problem === undefined) environment.description = description;
      return problem;
    },
    succeeded: 'AVAILABLE',
    failed: 'UPDATE_FAILED',
    rollingBack: 'ROLLING_BACK',
    workerReplacementStrategy: (input.WorkerReplacementStrategy as string | undefined) ?? 'FORCED',
  });
  return { Arn: description.Arn };
}

async function checkedSurroundings(
  description: EnvironmentDescription,
  call: AwsCall,
  moto: MotoClient,
): Promise<EnvironmentDescription> {
  await checkSourceBucket(description.SourceBucketArn, call, moto);
  await checkExecutionRole(description, call, moto);
  return withFileVersions(description, call, moto);
}

/** Makes what MWAA makes around an environment. Gives what keeps the environment from running, if anything does. */
async function started(
  description: EnvironmentDescription,
  call: AwsCall,
  moto: MotoClient,
): Promise<string | undefined> {
  try {
    const problem =
      (await networkProblem(description.NetworkConfiguration, call, moto)) ??
      (await keyProblem(description, call, moto));
    if (problem === undefined)
      await createLogGroups(description.LoggingConfiguration, description.KmsKey, call, moto);
    return problem;
  } catch (error) {
    // Something that was there when the environment was asked for has gone since.
    if (error instanceof ServiceError) return error.message;
    throw error;
  }
}

async function list(environments: MwaaEnvironments, call: AwsCall): Promise<object> {
  const query = queryOf(call);
  const limit = query.get('MaxResults');
  const input = { MaxResults: limit === null ? undefined : Number(limit) };
  checkInput(input, { MaxResults: { min: 1, max: PAGE } });
  const names = await environments.names(call);
  const after = lastNameOf(query.get('NextToken'));
  const left = names.filter((name) => name > after);
  const page = left.slice(0, input.MaxResults ?? PAGE);
  const last = page.at(-1);
  return {
    Environments: page,
    ...(last !== undefined && page.length < left.length
      ? { NextToken: Buffer.from(last).toString('base64url') }
      : {}),
  };
}

/** The name that the page before ended with; a token that no page ended with is refused. */
function lastNameOf(token: string | null): string {
  if (token === null || token === '') return '';
  checkInput({ NextToken: token }, { NextToken: { max: 2048 } });
  const name = Buffer.from(token, 'base64url').toString();
  if (/^[a-zA-Z][\w-]*$/.test(name) && Buffer.from(name).toString('base64url') === token) return name;
  throw mwaaValidation('NextToken is invalid');
}
