import {
  type Environment,
  GetEnvironmentCommand,
  type MWAAClient,
  paginateListEnvironments,
} from '@aws-sdk/client-mwaa';

/** The MWAA environments of an account: state, versions of Airflow and of the files, address of the UI. */
export async function readAirflow(mwaa: MWAAClient): Promise<string[]> {
  const lines: string[] = [];
  for await (const { Environments: names = [] } of paginateListEnvironments({ client: mwaa }, {})) {
    for (const Name of [...names].sort()) {
      const { Environment: environment } = await mwaa.send(new GetEnvironmentCommand({ Name }));
      lines.push(...linesOf(Name, environment ?? {}));
    }
  }
  return lines;
}

function linesOf(name: string, environment: Environment): string[] {
  const files: [string | undefined, string | undefined][] = [
    [environment.RequirementsS3Path, environment.RequirementsS3ObjectVersion],
    [environment.PluginsS3Path, environment.PluginsS3ObjectVersion],
    [environment.StartupScriptS3Path, environment.StartupScriptS3ObjectVersion],
  ];
  return [
    `${name}  ${environment.Status?.toLowerCase()}  Airflow ${environment.AirflowVersion}  ${environment.EnvironmentClass}`,
    `https://${environment.WebserverUrl}`,
    ...files.flatMap(([path, version]) => (path === undefined ? [] : [`${path}  version ${version}`])),
  ];
}
