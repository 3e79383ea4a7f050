import { randomBytes } from 'node:crypto';
import type { AwsCall } from '../aws-call';
import { Refusal } from '../aws-error';
import { checkInput } from '../input-shape';
import type { MwaaEnvironment, MwaaEnvironments } from '../mwaa/mwaa-environments';
import { mwaaNotFound } from '../mwaa/mwaa-errors';
import { ENVIRONMENT_NAME } from '../mwaa/mwaa-parameters';
import { NOT_EMULATED } from '../not-emulated';
import { restJsonService } from '../rest-json-service';

/**
 * The way into the Airflow of an environment: tokens, which open nothing since no Airflow runs, and its REST API,
 * which is refused for the same reason.
 *
 * Sources: https://docs.aws.amazon.com/mwaa/latest/API/API_CreateWebLoginToken.html,
 * https://docs.aws.amazon.com/mwaa/latest/API/API_CreateCliToken.html and
 * https://docs.aws.amazon.com/mwaa/latest/API/API_InvokeRestApi.html
 */
export function mwaaAirflowAccess(environments: MwaaEnvironments) {
  const running = async (call: AwsCall, name: unknown): Promise<MwaaEnvironment> => {
    const environment = await environments.named(call, name);
    const status = await environment.lifeCycle.status();
    // CreateCliToken knows no other error than this one for an environment without a web server.
    if (['CREATING', 'CREATE_FAILED', 'PENDING', 'DELETING'].includes(status))
      throw mwaaNotFound(`Environment ${String(name)} has no web server: its status is ${status}.`);
    return environment;
  };
  return restJsonService({
    name: 'mwaa-airflow-access',
    service: 'airflow',
    actions: {
      async 'POST /clitoken/{Name}'(input, call) {
        const { description } = await running(call, input.Name);
        return { CliToken: token(), WebServerHostname: description.WebserverUrl };
      },
      async 'POST /webtoken/{Name}'(input, call) {
        const { description } = await running(call, input.Name);
        const identity = `user/${call.accessKeyId ?? 'anonymous'}`;
        return {
          WebToken: token(),
          WebServerHostname: description.WebserverUrl,
          IamIdentity: identity,
          AirflowIdentity: identity,
        };
      },
      async 'POST /restapi/{Name}'(input, call) {
        await running(call, input.Name);
        throw new Refusal({
          code: NOT_EMULATED,
          message: `the local cloud does not emulate airflow:InvokeRestApi: no Airflow runs in environment ${String(input.Name)}`,
        });
      },
      // For the environments themselves: "not meant for public use. Data set for this type will be ignored".
      'POST /metrics/environments/{EnvironmentName}'(input) {
        checkInput(input, { EnvironmentName: ENVIRONMENT_NAME, MetricData: { isRequired: true } });
        return {};
      },
    },
  });
}

function token(): string {
  return randomBytes(48).toString('base64url');
}
