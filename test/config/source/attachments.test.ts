import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Attachments } from '../../../config';
import { writeFolder } from '../environment-folder';

const attachmentsOf = (files: Record<string, string>) => new Attachments(writeFolder(files));
const pathsIn = (files: Record<string, string>) => {
  const attached = attachmentsOf(files).folder('plugins');
  return 'found' in attached ? attached.found.map(({ path }) => path) : attached;
};

describe('a file that configuration names', () => {
  it('is read below environments/', () => {
    expect(attachmentsOf({ 'airflow/a.txt': 'text' }).file('airflow/a.txt')).toEqual({
      found: Buffer.from('text'),
    });
  });

  it.each([
    ['nothing is there', 'airflow/b.txt', 'ENOENT'],
    ['it is a folder', 'airflow', 'EISDIR'],
    ['a part of its path is a file', 'airflow/a.txt/b', 'ENOTDIR'],
  ])('says why it cannot be read when %s', (_, path, errorCode) => {
    expect(attachmentsOf({ 'airflow/a.txt': '' }).file(path)).toEqual({ errorCode });
  });

  it('is read once: whoever asks later sees what was checked', () => {
    const root = writeFolder({ 'a.txt': 'checked' });
    const attachments = new Attachments(root);
    attachments.file('a.txt');
    writeFileSync(join(root, 'environments/a.txt'), 'changed');
    expect(attachments.file('a.txt')).toEqual({ found: Buffer.from('checked') });
  });
});

describe('a folder that configuration names', () => {
  it('has its files, at any depth, in an order that no locale changes', () => {
    const names = ['b.py', 'a/z.py', 'a/B.py', 'Z.py', 'ä.py', 'a.py', '10.py', '9.py'];
    expect(pathsIn(Object.fromEntries(names.map((name) => [`plugins/${name}`, ''])))).toEqual([
      '10.py',
      '9.py',
      'Z.py',
      'a/B.py',
      'a/z.py',
      'a.py',
      'b.py',
      'ä.py',
    ]);
  });

  it('is without what machines leave behind', () => {
    expect(
      pathsIn({
        'plugins/a.py': '',
        'plugins/.DS_Store': '',
        'plugins/.git/config': '',
        'plugins/a.pyc': '',
        'plugins/__pycache__/a.cpython-312.pyc': '',
        'plugins/sub/__pycache__/b.txt': '',
      }),
    ).toEqual(['a.py']);
  });

  it('may be empty, which is not the same as absent', () => {
    const root = writeFolder({});
    mkdirSync(join(root, 'environments/plugins'));
    expect(new Attachments(root).folder('plugins')).toEqual({ found: [] });
    expect(new Attachments(root).folder('other')).toEqual({ errorCode: 'ENOENT' });
  });

  it('cannot be a file', () => {
    expect(attachmentsOf({ plugins: '' }).folder('plugins')).toEqual({ errorCode: 'ENOTDIR' });
  });

  it('has the files behind links, and cannot be read when a link leads nowhere or to a folder', () => {
    const root = writeFolder({ 'plugins/a.py': 'text', 'other/b.py': '' });
    const plugins = join(root, 'environments/plugins');
    symlinkSync('a.py', join(plugins, 'linked.py'));
    expect(new Attachments(root).folder('plugins')).toEqual({
      found: ['a.py', 'linked.py'].map((path) => ({ path, content: Buffer.from('text') })),
    });
    symlinkSync('../other', join(plugins, 'folder'));
    expect(new Attachments(root).folder('plugins')).toEqual({ errorCode: 'EISDIR' });
  });
});
