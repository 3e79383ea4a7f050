/** The shipped environments, as main.ts synthesises them. */
import { App } from 'cdktf';
import { loadConfig } from '../../config';
import { buildLandingZone } from '../../stacks/landing-zone';
import { reportCost } from './report-cost';

const config = loadConfig(process.cwd());
const app = new App({ outdir: process.argv[2] });
buildLandingZone(app, config);
app.synth();
reportCost();
