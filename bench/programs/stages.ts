/**
 * Prints the CPU milliseconds that one stage costs in a landing zone of as many stages as the second argument
 * says. The program is warmed up first and measures the same number of stages whatever their grouping, so
 * that neither start-up nor the compiler's first guesses are charged to a stage.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdktf';
import { loadConfig } from '../../config';
import { buildLandingZone } from '../../stacks/landing-zone';

/** Stages synthesised while measuring, and before. */
const MEASURED = 300;
const WARM_UP = 60;

const [, , folder = '', count] = process.argv;
const stages = Number(count);
writeEnvironments(stages);
synthStages(WARM_UP);
const before = process.cpuUsage();
const synthesised = synthStages(MEASURED);
const { user, system } = process.cpuUsage(before);
process.stdout.write(`${(user + system) / 1000 / synthesised}\n`);

/** Synthesises whole landing zones until at least so many stages are done; tells how many were. */
function synthStages(atLeast: number): number {
  let done = 0;
  for (; done < atLeast; done += stages) {
    const app = new App({ outdir: join(folder, 'cdktf.out') });
    buildLandingZone(app, loadConfig(folder));
    app.synth();
  }
  return done;
}

function writeEnvironments(stages: number): void {
  const environments = join(folder, 'environments');
  mkdirSync(environments, { recursive: true });
  const organization = "managementAccountId: '123456789012'\nregion: eu-west-1\nunits: [workloads]\n";
  writeFileSync(join(environments, 'organization.yaml'), organization);
  writeFileSync(join(environments, 'defaults.yaml'), 'region: eu-west-1\n');
  for (let number = 0; number < stages; number++) {
    const stage = `stage${number}`;
    const account = `{ name: ${stage}, email: aws+${stage}@example.com, unit: workloads }`;
    const network = `{ cidr: 10.${Math.floor(number / 16)}.${(number % 16) * 16}.0/20 }`;
    writeFileSync(
      join(environments, `${stage}.yaml`),
      `stage: ${stage}\naccount: ${account}\nnetwork: ${network}\n`,
    );
  }
}
