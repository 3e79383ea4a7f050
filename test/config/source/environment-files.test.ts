import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../config';
import { formatProblem } from '../../../config/problem';
import { CORRECT, problemsWith, stageFile, writeFolder } from '../environment-folder';

describe('the files in environments/', () => {
  it('may lie beside schemas, notes and the locks of editors', () => {
    const files = { 'a.schema.json': '{', 'README.md': '#', '.two.yaml.swp': '\u0000', '.#two.yaml': '[' };
    expect(problemsWith(files)).toEqual([]);
  });

  it('may have a defaults.yaml with comments only', () => {
    const files = {
      'defaults.yaml': '# nothing yet\n',
      'one.yaml': `${CORRECT['one.yaml']}region: eu-west-1\n`,
      'two.yaml': `${CORRECT['two.yaml']}region: eu-west-1\n`,
    };
    expect(problemsWith(files)).toEqual([]);
  });

  it('fails without organization.yaml', () => {
    expect(problemsWith({ 'organization.yaml': null })).toEqual([
      'environments/organization.yaml  missing; create it with managementAccountId, region and units',
    ]);
  });

  it('fails without any stage', () => {
    expect(problemsWith({ 'one.yaml': null, 'two.yaml': null })).toEqual([
      'environments/  no stage; create a file such as environments/sandbox.yaml',
    ]);
  });

  it.each([
    ['test.yml', 'test.yaml'],
    ['test.YAML', 'test.yaml'],
  ])('fails for %s, which would not be read', (name, right) => {
    expect(problemsWith({ [name]: stageFile('test', '10.3.0.0/16') })).toEqual([
      `environments/${name}  only files ending in .yaml are read; rename it to ${right}`,
    ]);
  });

  it('fails once for organization.yml', () => {
    const files = { 'organization.yaml': null, 'organization.yml': CORRECT['organization.yaml'] ?? '' };
    expect(problemsWith(files)).toEqual([
      'environments/organization.yml  only files ending in .yaml are read; rename it to organization.yaml',
    ]);
  });

  it.each(['three.yaml', 'defaults.yaml'])('fails for a folder called %s, and for nothing else', (name) => {
    const root = writeFolder({ ...CORRECT, [name]: null });
    mkdirSync(join(root, 'environments', name));
    expect(readConfig(root).problems.map(formatProblem)).toEqual([
      `environments/${name}  expected a file, found something else; give it another name or move it elsewhere`,
    ]);
  });

  it('fails for a link to a file that is not there', () => {
    const root = writeFolder(CORRECT);
    symlinkSync('nowhere.yaml', join(root, 'environments', 'three.yaml'));
    expect(readConfig(root).problems.map(formatProblem)).toEqual([
      'environments/three.yaml  cannot be read (ENOENT); it is a link to a file that is not there; repair or delete it',
    ]);
  });

  it('fails for a pipe, and does not wait for somebody to write into it', () => {
    const root = writeFolder(CORRECT);
    execFileSync('mkfifo', [join(root, 'environments', 'three.yaml')]);
    expect(readConfig(root).problems.map(formatProblem)).toEqual([
      'environments/three.yaml  expected a file, found something else; give it another name or move it elsewhere',
    ]);
  });

  it.each([
    ['a letter of Latin-1', Buffer.from('# one\nstage: caf\u00e9\n', 'latin1'), '2:11'],
    ['a letter of Latin-1 after one of UTF-8', Buffer.from('# \u00c3\u00a9 caf\u00e9\n', 'latin1'), '1:8'],
    ['a letter that is cut off', Buffer.from('stage: caf\u00c3', 'latin1'), '1:11'],
    ['UTF-16', Buffer.from('\ufeffstage: three\n', 'utf16le'), '1:1'],
    ['UTF-16 without its mark', Buffer.from('stage: three\n', 'utf16le'), '1:2'],
  ])('fails for %s where it stands', (_, bytes, place) => {
    const root = writeFolder(CORRECT);
    writeFileSync(join(root, 'environments', 'three.yaml'), bytes);
    expect(readConfig(root).problems.map(formatProblem)).toEqual([
      `environments/three.yaml:${place}  expected UTF-8, found other bytes; save the file as UTF-8`,
    ]);
  });

  it('fails for a stage that is empty, and for nothing else', () => {
    expect(problemsWith({ 'two.yaml': '' })).toEqual([
      'environments/two.yaml:1:1  the file is empty; fill it in like the files beside it, or delete it',
    ]);
  });
});
