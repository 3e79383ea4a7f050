import { App } from 'cdktf';
import { type Config, ConfigError, loadConfig } from './config';
import { writeAirflowFiles } from './stacks/airflow-files';
import { makeEmrCertificates } from './stacks/emr-certificate';
import { buildLandingZone } from './stacks/landing-zone';

/** Loads the configuration, or prints every problem in it and stops before anything is written. */
function configOrExit(root: string): Config {
  try {
    return loadConfig(root);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** A folder that cannot be written to is no bug: says which, and stops. */
function exitIfUnwritable(error: unknown): never {
  const { code, syscall = '', path } = error as NodeJS.ErrnoException;
  if (code === undefined || !['mkdir', 'open', 'write'].includes(syscall)) throw error;
  const place = path ?? 'the folder for the output';
  process.stderr.write(
    `${place}: cannot be written (${code}); synthesise where you may write and there is room, such as with --output\n`,
  );
  process.exit(1);
}

async function main(): Promise<void> {
  // Checked before the app exists: its constructor already writes into the output folder. The cdktf CLI runs
  // this in the folder of cdktf.json, which is the one that holds environments/.
  const config = configOrExit(process.cwd());
  const app = new App();
  buildLandingZone(app, config);
  app.synth();
  writeAirflowFiles(app.outdir, config);
  await makeEmrCertificates(app.outdir, config.stages);
}

main().catch(exitIfUnwritable);
