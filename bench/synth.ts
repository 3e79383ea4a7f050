import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs of each program; they take turns, so that a busy moment of the machine hits all alike. */
const ROUNDS = 7;

const repository = join(__dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'lz-bench-'));

/** How a program is started: as cdktf.json starts main.ts, or by tsx, as in a project without a bundler. */
const RUNNERS = {
  synth: [join(repository, 'synth.cjs')],
  tsx: ['--import', 'tsx'],
} as const;

/** What a program, in a process of its own, says that it cost: CPU milliseconds, without those of esbuild. */
function cpu(runner: keyof typeof RUNNERS, program: string, ...args: string[]): number {
  const script = join(__dirname, 'programs', `${program}.ts`);
  return Number(
    execFileSync(process.execPath, [...RUNNERS[runner], script, ...args], {
      cwd: repository,
      encoding: 'utf8',
    }),
  );
}

/** Wall-clock milliseconds of `cdktf synth` in a folder. */
function cdktfSynth(folder: string): number {
  const started = performance.now();
  execFileSync(
    join(repository, 'node_modules/.bin/cdktf'),
    ['synth', '--output', join(scratch, 'cdktf.out')],
    {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, CI: '1', CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1' },
    },
  );
  return performance.now() - started;
}

/** A project whose program makes one stack without anything in it: what the CLI itself takes. */
function emptyProject(): string {
  const folder = mkdtempSync(join(scratch, 'empty-'));
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  const config = {
    language: 'typescript',
    app: 'node main.js',
    projectId: 'bench',
    sendCrashReports: 'false',
  };
  writeFileSync(join(folder, 'cdktf.json'), JSON.stringify(config));
  writeFileSync(
    join(folder, 'main.js'),
    "const { App, TerraformStack } = require('cdktf'); const app = new App(); new TerraformStack(app, 'empty'); app.synth();",
  );
  return folder;
}

/** Medians of programs that take turns. */
function medians(programs: Readonly<Record<string, () => number>>): Record<string, number> {
  const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, program] of Object.entries(programs)) samples[name]?.push(program());
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [
      name,
      values.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN,
    ]),
  );
}

function print(what: string, ratio: number, goal: number, detail: string): void {
  const verdict = ratio <= goal ? 'met' : 'MISSED';
  process.stdout.write(
    `${what}: ${ratio.toFixed(2)} (goal: at most ${goal.toFixed(2)}, ${verdict})\n  ${detail}\n`,
  );
}

const ms = (value: number | undefined): string => `${(value ?? NaN).toFixed(1)} ms`;

try {
  const synthesised = join(scratch, 'shipped');
  cpu('synth', 'shipped', synthesised);
  const empty = emptyProject();
  const few = mkdtempSync(join(scratch, 'few-'));
  const many = mkdtempSync(join(scratch, 'many-'));

  const cost = medians({
    shipped: () => cpu('synth', 'shipped', synthesised),
    bare: () => cpu('tsx', 'bare', join(scratch, 'bare'), synthesised),
    bareBundled: () => cpu('synth', 'bare', join(scratch, 'bare'), synthesised),
  });
  const ofBundled = (cost['shipped'] ?? NaN) / (cost['bareBundled'] ?? NaN);
  print(
    'shipped environments against the same resources in bare CDKTF, which tsx runs, CPU time',
    (cost['shipped'] ?? NaN) / (cost['bare'] ?? NaN),
    1.3,
    `${ms(cost['shipped'])} against ${ms(cost['bare'])}, process start included; ` +
      `if bare CDKTF were bundled too, ${ms(cost['bareBundled'])} (${ofBundled.toFixed(2)})`,
  );

  const stages = medians({
    three: () => cpu('synth', 'stages', few, '3'),
    hundred: () => cpu('synth', 'stages', many, '100'),
  });
  print(
    'cost of a stage among 100 against one among 3, CPU time',
    (stages['hundred'] ?? NaN) / (stages['three'] ?? NaN),
    1.1,
    `${ms(stages['hundred'])} against ${ms(stages['three'])} for its account and its stage stack, once warm`,
  );

  const cli = medians({ shipped: () => cdktfSynth(repository), empty: () => cdktfSynth(empty) });
  print(
    'cdktf synth against the CLI with an empty program, wall clock',
    (cli['shipped'] ?? NaN) / (cli['empty'] ?? NaN),
    2,
    `${ms(cli['shipped'])} against ${ms(cli['empty'])}`,
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
