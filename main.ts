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

void main();
