import { App } from 'cdktf';
import { ConfigError, loadConfig, type Config } from './config';
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

const app = new App();
buildLandingZone(app, configOrExit(__dirname));
app.synth();
