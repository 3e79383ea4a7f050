import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dagCount } from '../../../cli/mwaa-verifier/dag-count';
import { Attachments } from '../../../config';
import { fixtureConfig } from '../../support/config';
import { parsedLandingZone } from '../../support/landing-zone';
import { describeCheck, environmentIn, environmentOf, findingsOf } from './describe-check';

describeCheck(dagCount, [
  {
    sentence: 'a class that nobody knows',
    breakIt: (json) => {
      environmentIn(json)['environment_class'] = 'mw1.tiny';
      return environmentOf(json);
    },
    text: /expected one of mw1\.micro, .*, found class mw1\.tiny/,
  },
]);

describe('the number of DAGs', () => {
  const stack = parsedLandingZone(fixtureConfig())['sandbox'] ?? {};
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lz-dags-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (path: string, text = 'from airflow.decorators import dag') => {
    const file = join(root, 'environments/airflow/dags', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  };
  const found = () => findingsOf(dagCount, stack, new Attachments(root)).map(({ text }) => text);

  it('may be what the class is for, and not more', () => {
    for (let index = 1; index <= 50; index++) write(`${index % 3}/${index}.py`);
    expect(found()).toEqual([]);
    write('one_more.py');
    expect(found()).toEqual([
      'expected at most 50 files with DAGs in environments/airflow/dags, found 51; take a larger class than mw1.small',
    ]);
  });

  it('leaves out what Airflow leaves out: other modules and other files', () => {
    for (let index = 1; index <= 60; index++) write(`module${index}.py`, 'import json');
    for (let index = 1; index <= 60; index++) write(`notes${index}.txt`);
    expect(found()).toEqual([]);
  });

  it('is nobody’s business where DAGs are kept elsewhere', () => {
    expect(found()).toEqual([]);
  });
});
