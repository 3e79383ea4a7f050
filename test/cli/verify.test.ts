import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtureConfig } from '../support/config';
import { synthLandingZone } from '../support/landing-zone';
import { runLz } from './run-lz';

describe('lz verify', () => {
  const stacks = synthLandingZone(fixtureConfig());
  let root: string;
  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'lz-verify-')));
    cpSync(join(__dirname, '../fixtures/environments'), join(root, 'environments'), { recursive: true });
    cpSync(join(__dirname, '../../cdktf.json'), join(root, 'cdktf.json'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const synthesise = (outdir = 'cdktf.out', change: (text: string) => string = (text) => text) => {
    const folder = join(root, outdir, 'stacks/sandbox');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'cdk.tf.json'), change(stacks['sandbox'] ?? ''));
  };

  it('lists every check of every environment', async () => {
    synthesise();
    const { stdout, exitCode } = await runLz(root, ['verify', 'sandbox']);
    expect(stdout).toMatch(/^sandbox-main\n( {2}ok {7}[a-z-]+: [A-Z.].*\n){12}\nno findings\n$/);
    expect(exitCode).toBe(0);
  });

  it('says what it found and where, and fails', async () => {
    synthesise('cdktf.out', (text) =>
      text.replace(/("aws_s3_bucket_versioning": \{.*?"status": )"Enabled"/s, '$1"Suspended"'),
    );
    const { stdout, exitCode } = await runLz(root, ['verify', 'sandbox']);
    expect(stdout).toMatch(
      /\n {2}FINDING {2}bucket: .*\n {11}aws_s3_bucket\.airflow-main_bucket_\w+: expected versioning Enabled, found Suspended;.*\n/,
    );
    expect(stdout).toMatch(/\n1 finding\n$/);
    expect(exitCode).toBe(1);
  });

  it('reads DAGs as they are now', async () => {
    synthesise();
    writeFileSync(join(root, 'environments/airflow/dags/.airflowignore'), '');
    const { stdout, exitCode } = await runLz(root, ['verify', 'sandbox']);
    expect(stdout).toContain('environments/airflow/dags/.airflowignore: expected lines that leave out .git');
    expect(exitCode).toBe(1);
  });

  it('reads another output folder, given or as cdktf knows it', async () => {
    synthesise('elsewhere');
    await expect(runLz(root, ['verify', 'sandbox', '--output', 'elsewhere'])).resolves.toMatchObject({
      exitCode: 0,
    });
    await expect(runLz(root, ['verify', 'sandbox'], { CDKTF_OUTPUT: 'elsewhere' })).resolves.toMatchObject({
      exitCode: 0,
    });
  });

  it('has nothing to say of a stage without Airflow', async () => {
    synthesise('cdktf.out', (text) => text.replace('"aws_mwaa_environment"', '"aws_none"'));
    const { stdout, exitCode } = await runLz(root, ['verify', 'sandbox']);
    expect(stdout).toBe('sandbox has no Airflow environment: nothing to verify\n');
    expect(exitCode).toBe(0);
  });

  it('fails before anything is synthesised, saying how to', async () => {
    const { stderr, exitCode } = await runLz(root, ['verify', 'sandbox']);
    expect(stderr).toMatch(/^lz: no synthesised stacks in .*; make them with: npx cdktf synth/);
    expect(exitCode).toBe(1);
  });

  it('fails for a stage that is newer than the output', async () => {
    synthesise();
    const { stderr } = await runLz(root, ['verify', 'test']);
    expect(stderr).toMatch(
      /^lz: test is not synthesised in .*; make it with: npx cdktf synth --output cdktf\.out/,
    );
  });

  it('fails when a file was changed since, instead of judging what is not there any more', async () => {
    synthesise();
    const later = new Date(Date.now() + 60_000);
    utimesSync(join(root, 'environments/defaults.yaml'), later, later);
    const { stdout, stderr, exitCode } = await runLz(root, ['verify', 'sandbox']);
    expect(stderr).toMatch(
      /^lz: environments\/defaults\.yaml was changed after sandbox was synthesised in .*; make it again with: npx cdktf synth --output cdktf\.out/,
    );
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 });
  });

  it('fails for a stage that nobody has', async () => {
    synthesise();
    const { stderr } = await runLz(root, ['verify', 'sandbx']);
    expect(stderr).toMatch(/^lz: no stage "sandbx"; did you mean sandbox\?/);
  });

  it('says in its help what it does not look at', async () => {
    const { stdout } = await runLz(root, ['verify', '--help']);
    expect(stdout).toContain('what only a running\nenvironment shows');
    expect(readFileSync(join(__dirname, '../../README.md'), 'utf8')).toContain('npx lz verify sandbox');
  });
});
