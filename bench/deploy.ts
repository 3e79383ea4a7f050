/** How long the first deploy of each shipped stack takes on AWS, as the deploy model has it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DURATIONS_AS_OF,
  criticalPathTable,
  estimateFirstDeploy,
  readStacks,
  summaryTable,
} from '../cli/deploy-model';

const repository = join(__dirname, '..');
const outdir = mkdtempSync(join(tmpdir(), 'lz-bench-'));
try {
  const shipped = join(__dirname, 'programs/shipped.ts');
  execFileSync(process.execPath, [join(repository, 'synth.cjs'), shipped, outdir], {
    cwd: repository,
    stdio: 'pipe',
  });
  const estimates = [...readStacks(outdir)].map(([stack, json]) => estimateFirstDeploy(stack, json));
  const print = (text: string) => process.stdout.write(`${text}\n`);
  print(`\nfirst deploy on AWS, modelled with AWS's times as of ${DURATIONS_AS_OF}`);
  print(summaryTable(estimates));
  for (const estimate of estimates) print(criticalPathTable(estimate));
} finally {
  rmSync(outdir, { recursive: true, force: true });
}
