import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dagIgnoreFile } from '../../../cli/mwaa-verifier/dag-ignore-file';
import { Attachments } from '../../../config';
import { fixtureConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import { describeCheck, environmentIn, findingsOf } from './describe-check';

describeCheck(dagIgnoreFile);

describe('.airflowignore', () => {
  const stack = parsedLandingZone(fixtureConfig())['sandbox'] ?? {};
  let root: string;
  let dags: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lz-dags-'));
    dags = join(root, 'environments/airflow/dags');
    mkdirSync(dags, { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const findings = (airflow: string, lines?: readonly string[], syntax?: string) => {
    if (lines !== undefined) writeFileSync(join(dags, '.airflowignore'), lines.join('\n'));
    const json = structuredClone(stack);
    const environment = environmentIn(json);
    environment['airflow_version'] = airflow;
    if (syntax !== undefined)
      Object.assign(environment['airflow_configuration_options'] as object, {
        'core.dag_ignore_file_syntax': syntax,
      });
    return findingsOf(dagIgnoreFile, json, new Attachments(root));
  };

  it('must be there, if the folder is', () => {
    expect(findings('2.11.2')).toEqual([
      {
        at: 'environments/airflow/dags/.airflowignore',
        text: expect.stringMatching(
          /^expected a file that leaves out .git, __pycache__, .ipynb_checkpoints, found none/,
        ) as unknown,
      },
    ]);
    rmSync(dags, { recursive: true });
    expect(findings('2.11.2')).toEqual([]);
  });

  it.each(['2.11.2', '3.2.1'])(
    'is right in both syntaxes as it is advised, here in Airflow %s',
    (version) => {
      expect(findings(version, [String.raw`\.git`, '__pycache__', String.raw`\.ipynb_checkpoints`])).toEqual(
        [],
      );
    },
  );

  it.each([
    ['regular expressions', '2.11.2', ['(^|/)\\.git/', '__py.*__ # compiled', '\\.ipynb'], []],
    ['an expression that is none', '2.11.2', ['(?i)\\.git', '__pycache__', '\\.ipynb'], ['.git']],
    ['comments', '2.11.2', ['# .git', '__pycache__', '\\.ipynb'], ['.git']],
    ['patterns of .gitignore', '3.2.1', ['.git/', '**/__pycache__/**', '.ipynb_*'], []],
    [
      'patterns for one place, exceptions and comments',
      '3.2.1',
      ['/.git', '!__pycache__', '#.ipynb_checkpoints'],
      ['.git', '__pycache__', '.ipynb_checkpoints'],
    ],
    ['a part of a name', '3.2.1', ['.gi', '__pycache__', '.ipynb_checkpoint?'], ['.git']],
    [
      'regular expressions in a file of patterns',
      '3.2.1',
      ['.*\\.git.*', '__pycache__', '.ipynb_checkpoints'],
      ['.git'],
    ],
  ])('may have %s', (_, version, lines, missing) => {
    const found = findings(version, lines);
    expect(found).toHaveLength(missing.length === 0 ? 0 : 1);
    for (const { text } of found) expect(text).toContain(`leave out ${missing.join(', ')} (as `);
  });

  it('is read as the option says', () => {
    const lines = ['**/.git', '**/__pycache__', '**/.ipynb_checkpoints'];
    expect(findings('2.11.2', lines, 'glob')).toEqual([]);
    expect(findings('2.11.2', lines)).toHaveLength(1);
  });
});
