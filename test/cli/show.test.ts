import { spawnSync } from 'node:child_process';
import { CORRECT, stageFile, writeFolder } from '../config/environment-folder';
import { lzFile } from './lz-in-repository';
import { runLz } from './run-lz';

const folder = () =>
  writeFolder({
    ...CORRECT,
    'defaults.yaml': `region: eu-west-1
network:
  zones: 3
  endpoints:
    interface: [mwaa, secretsmanager]
  flowLogs: { retentionDays: 30 }
`,
    'two.yaml': `${stageFile('two', '10.2.0.0/16', '  flowLogs: { traffic: REJECT }')}tags: { 'cost center': '0042' }\n`,
  });

/** A text of YAML without some of its topmost sections. */
function withoutSections(text: string, ...names: string[]): string {
  const pattern = new RegExp(`^(?:${names.join('|')}):.*\\n(?:[ ].*\\n)*`, 'gm');
  return text.replace(pattern, '');
}

describe('lz show', () => {
  it('prints the merged stage with the line each value comes from', async () => {
    const { stdout } = await runLz(folder(), ['show', 'two']);
    // Sections that the files say nothing about are all built in: see below.
    expect(withoutSections(stdout, 'lake', 'catalog', 'athena', 'emr', 'airflow', 'monitoring', 'access'))
      .toBe(`\
stage: two                                   # environments/two.yaml:1
account:
  name: data-two                             # environments/two.yaml:3
  email: aws+two@acme.io                     # environments/two.yaml:4
  unit: workloads/non-production             # environments/two.yaml:5
  deployRole: OrganizationAccountAccessRole  # built in
  lifecycle: active                          # built in
  contacts: {}                               # built in
  budget:
    monthlyUsd: 1000                         # built in
    alerts:
      actualPercent:
        - 80                                 # built in
        - 100                                # built in
      forecastPercent:
        - 100                                # built in
  tags: {}                                   # built in
region: eu-west-1                            # environments/defaults.yaml:1
disposable: false                            # built in
network:
  cidr: 10.2.0.0/16                          # environments/two.yaml:7
  zones: 3                                   # environments/defaults.yaml:3
  natGateways: single                        # built in
  endpoints:
    interface:
      - mwaa                                 # environments/defaults.yaml:5
      - secretsmanager                       # environments/defaults.yaml:5
    dynamodb: false                          # built in
  flowLogs:
    traffic: REJECT                          # environments/two.yaml:8
    aggregationSeconds: 600                  # built in
    retentionDays: 30                        # environments/defaults.yaml:6
tags:
  cost center: '0042'                        # environments/two.yaml:9
`);
  });

  it('prints what no file says as built in', async () => {
    const { stdout } = await runLz(folder(), ['show', 'two']);
    expect(stdout).toMatch(/^emr:\n {2}release: emr-[\d.]+ +# built in$/m);
  });

  it('prints JSON that other tools can read', async () => {
    const { stdout } = await runLz(folder(), ['show', 'two', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      stage: 'two',
      network: { zones: 3 },
      tags: { 'cost center': '0042' },
    });
  });

  it('fails for a stage that does not exist, with the nearest one', async () => {
    expect(await runLz(folder(), ['show', 'twoo'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'lz: no stage "twoo"; did you mean two? The stages are one, two\n',
    });
  });

  it('fails for a stage that resembles none with the stages there are', async () => {
    expect(await runLz(folder(), ['show', 'nosuch'])).toMatchObject({
      exitCode: 1,
      stderr: 'lz: no stage "nosuch"; the stages are one, two\n',
    });
  });

  it('fails with the problems while there are any', async () => {
    const root = writeFolder({ ...CORRECT, 'one.yaml': 'stage: one\n' });
    const { stderr, exitCode } = await runLz(root, ['show', 'two']);
    expect({ exitCode, first: stderr.split('\n')[0] }).toEqual({
      exitCode: 1,
      first: 'lz: cannot show a stage yet:',
    });
  });

  it('says nothing when nobody reads on, as in a pipe into head', () => {
    const script = '"$0" "$1" show one | true';
    const { stderr } = spawnSync('sh', ['-c', script, process.execPath, lzFile], {
      cwd: writeFolder(CORRECT),
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
  });
});
