import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  CORRECT as FILES,
  stageFile,
  stageFileOfAccount,
  withoutWarnings,
  writeFolder,
} from '../config/environment-folder';
import { runLz } from './run-lz';

/** Files that raise no warning. */
const CORRECT = { ...FILES, 'organization.yaml': withoutWarnings(FILES['organization.yaml'] ?? '') };

const fixtures = join(__dirname, '../fixtures/environments');

/** A folder with the example as shipped, and a stage more. */
const example = writeFolder(
  Object.fromEntries(
    readdirSync(fixtures, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(fixtures, file), readFileSync(file, 'utf8')]),
  ),
);

describe('lz check', () => {
  it('prints one line per stage when nothing is wrong', async () => {
    const two = `${stageFile('two', '10.2.0.0/16', '  zones: 3', '  natGateways: perZone')}disposable: true\n`;
    const { stdout, exitCode } = await runLz(writeFolder({ ...CORRECT, 'two.yaml': two }), ['check']);
    expect({ exitCode, lines: stdout.split('\n') }).toEqual({
      exitCode: 0,
      lines: [
        '2 stages, no problems',
        '',
        'one  data-one  workloads/non-production  eu-west-1  10.1.0.0/16  2 zones  NAT single',
        'two  data-two  workloads/non-production  eu-west-1  10.2.0.0/16  3 zones  NAT perZone  disposable',
        '',
      ],
    });
  });

  it('says which accounts are put out of use', async () => {
    const organization = CORRECT['organization.yaml'].replace('units: [', 'units: [suspended, ');
    const two = stageFileOfAccount('two', '10.2.0.0/16', 'lifecycle: suspended');
    const files = { ...CORRECT, 'organization.yaml': organization, 'two.yaml': two };
    const { stdout } = await runLz(writeFolder(files), ['check']);
    expect(stdout.match(/^(?:one|two) .*$/gm)).toEqual([
      expect.stringMatching(/NAT single$/),
      expect.stringMatching(/NAT single +suspended$/),
    ]);
  });

  it('passes with warnings, and says them', async () => {
    const two = stageFile('two', '10.2.0.0/16', 'emr: { release: emr-7.99.0 }');
    const { stdout, exitCode } = await runLz(writeFolder({ ...CORRECT, 'two.yaml': two }), ['check']);
    expect({ exitCode, lines: stdout.split('\n').slice(5) }).toEqual({
      exitCode: 0,
      lines: ['1 warning', '', expect.stringMatching(/^environments\/two\.yaml:8:17 {2}emr\.release: /), ''],
    });
  });

  it('fails with every problem', async () => {
    const files = {
      ...CORRECT,
      'one.yaml': 'stage: [',
      'two.yaml': stageFile('two', '10.0.0.0/16', '  zones: 1'),
    };
    const { stdout, exitCode } = await runLz(writeFolder(files), ['check']);
    expect({ exitCode, places: stdout.split('\n').map((line) => line.split(/: | {2}/)[0]) }).toEqual({
      exitCode: 1,
      places: [
        expect.stringMatching(/^environments\/one\.yaml:/),
        'environments/two.yaml:7:9',
        'environments/two.yaml:8:10',
        '3 problems in environments/',
        '',
      ],
    });
  });

  it('says the warnings beside the problems', async () => {
    const two = stageFile('two', '10.0.0.0/16', 'emr: { release: emr-7.99.0 }');
    const { stdout, exitCode } = await runLz(writeFolder({ ...CORRECT, 'two.yaml': two }), ['check']);
    expect({ exitCode, lines: stdout.split('\n').slice(1) }).toEqual({
      exitCode: 1,
      lines: [
        '1 problem in environments/',
        '',
        '1 warning',
        '',
        expect.stringMatching(/^environments\/two\.yaml:8:17 {2}emr\.release: /),
        '',
      ],
    });
  });

  it('fails for the shipped example, and names the lines to edit', async () => {
    const { stdout, exitCode } = await runLz(example, ['check']);
    expect({ exitCode, places: stdout.match(/^environments\/\S+ {2}\S+:/gm) }).toEqual({
      exitCode: 1,
      places: [
        'environments/defaults.yaml:82:17  monitoring.subscribers[0]:',
        'environments/isolated.yaml:5:10  account.email:',
        'environments/organization.yaml:6:22  managementAccountId:',
        'environments/organization.yaml:50:60  contacts.security.email:',
        'environments/organization.yaml:51:57  contacts.billing.email:',
        'environments/organization.yaml:52:60  contacts.operations.email:',
        'environments/prod.yaml:4:10  account.email:',
        'environments/sandbox.yaml:4:10  account.email:',
        'environments/test.yaml:4:10  account.email:',
        // A warning: the example leaves the organization, and with it the trail, to its owner.
        'environments/organization.yaml:11:12  organization.managed:',
      ],
    });
  });

  it('lets the shipped example pass with --example', async () => {
    expect(await runLz(example, ['check', '--example'])).toMatchObject({ exitCode: 0 });
  });

  it('lets the shipped example pass in the local cloud', async () => {
    expect(await runLz(example, ['check'], { LZ_LOCAL_CLOUD: '1' })).toMatchObject({ exitCode: 0 });
  });
});
