import { CORRECT, stageFile, writeFolder } from '../config/environment-folder';
import { runLz } from './run-lz';

describe('lz demo', () => {
  it('fails on mistakes in the files with all of them, and starts nothing', async () => {
    const files = { ...CORRECT, 'one.yaml': 'stage: one\n', 'two.yaml': stageFile('two', '10.0.0.0/33') };
    const { stdout, stderr, exitCode } = await runLz(writeFolder(files), ['demo']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    const lines = stderr.trimEnd().split('\n');
    expect(
      lines.slice(0, -1).filter((line) => !/^environments\/(one|two)\.yaml:\d+:\d+ {2}/.test(line)),
    ).toEqual([]);
    expect(lines.at(-1)).toBe('3 problems in environments/');
  });

  it('fails for a stage that does not exist', async () => {
    expect(await runLz(writeFolder(CORRECT), ['demo', '--stage', 'nosuch'])).toMatchObject({
      exitCode: 1,
      stderr: 'lz: no stage "nosuch"; the stages are one, two\n',
    });
  });
});
