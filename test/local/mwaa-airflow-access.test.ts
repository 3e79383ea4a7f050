import { CreateCliTokenCommand, CreateWebLoginTokenCommand, MWAAClient } from '@aws-sdk/client-mwaa';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call } from './boto3';
import { useCloud } from './cloud-under-test';
import {
  type MwaaSurroundings,
  createdEnvironment,
  environmentInput,
  mwaaSurroundings,
} from './mwaa-fixture';

const local = useCloud();
const Name = 'main';
let made: MwaaSurroundings;
let host = '';
beforeAll(async () => {
  made = await mwaaSurroundings(local);
  host = (await createdEnvironment(local, environmentInput(made, Name))).WebserverUrl as string;
}, 30_000);

test('tokens are handed out for the web server and the command line, each another one', async () => {
  const client = new MWAAClient(awsClientConfig(local.cloud));
  const web = await client.send(new CreateWebLoginTokenCommand({ Name }));
  const cli = await client.send(new CreateCliTokenCommand({ Name }));
  const again = await client.send(new CreateCliTokenCommand({ Name }));
  expect(web).toMatchObject({ WebServerHostname: host, AirflowIdentity: web.IamIdentity });
  expect(cli).toMatchObject({ WebServerHostname: host });
  expect(new Set([web.WebToken, cli.CliToken, again.CliToken]).size).toBe(3);
});

test('metrics are accepted and ignored', async () => {
  const input = { EnvironmentName: Name, MetricData: [{ MetricName: 'x', Timestamp: 0 }] };
  expect(await boto3Call(local, 'mwaa', 'publish_metrics', input)).toEqual({ output: {} });
});

test('fails to call an Airflow that does not run', async () => {
  const input = { Name, Path: '/dags', Method: 'GET' };
  expect(await boto3Call(local, 'mwaa', 'invoke_rest_api', input)).toMatchObject({
    code: 'NotEmulated',
    status: 400,
    message: expect.stringContaining('no Airflow runs in environment main') as string,
  });
});

test('fails to hand out tokens for an environment without a web server', async () => {
  await boto3Call(local, 'mwaa', 'create_environment', environmentInput(made, 'young'));
  const called = await boto3(local, 'mwaa', [
    ['create_cli_token', { Name: 'young' }],
    ['create_web_login_token', { Name: 'nobodys' }],
  ]);
  expect(called.map(({ code }) => code)).toEqual(['ResourceNotFoundException', 'ResourceNotFoundException']);
});
