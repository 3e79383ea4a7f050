import { mkdirSync } from 'node:fs';
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
      `environments/${name}  cannot be read (EISDIR)`,
    ]);
  });

  it('fails for a stage that is empty, and for nothing else', () => {
    expect(problemsWith({ 'two.yaml': '' })).toEqual([
      'environments/two.yaml:1:1  the file is empty; fill it in like the files beside it, or delete it',
    ]);
  });
});
