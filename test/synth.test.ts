import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { command } from './support/cdktf';
import { Project } from './support/project';

const project = new Project();
const synth = () => command(process.execPath, ['synth.cjs', 'main.ts'], project.folder, process.env);

/** Everything in the project's own folder. */
const content = () => readdirSync(project.folder).sort();

afterAll(() => project.remove());

describe('the script that cdktf runs', () => {
  it('synthesises every stack and writes nothing but the output', async () => {
    const before = content();
    expect(await synth()).toMatchObject({ exitCode: 0, output: '' });
    expect(existsSync(project.path('cdktf.out/stacks/sandbox/cdk.tf.json'))).toBe(true);
    expect(content()).toEqual([...before, 'cdktf.out', '.state'].sort());
  });

  it('prints a mistake of the user without a stack trace', async () => {
    project.replace('environments/sandbox.yaml', 'stage: sandbox', 'stage: sandbox\nregoin: eu-west-1');
    const { exitCode, output } = await synth();
    expect(exitCode).toBe(1);
    expect(output).toContain('environments/sandbox.yaml:2:1  regoin: unknown key "regoin"');
    expect(output).not.toMatch(/^ +at /m);
    project.replace('environments/sandbox.yaml', '\nregoin: eu-west-1', '');
  });

  it('says without a stack trace which output it cannot write', async () => {
    rmSync(project.path('cdktf.out'), { recursive: true });
    project.write('cdktf.out', 'a file');
    expect(await synth()).toMatchObject({
      exitCode: 1,
      output:
        'cdktf.out/stacks: cannot be written (ENOTDIR); synthesise where you may write and there is room, such as with --output\n',
    });
    rmSync(project.path('cdktf.out'));
  });

  it.each([
    ['synth.cjs', 'main.ts'],
    ['cli/lz.cjs', 'check'],
  ])('says what to run where packages are not installed: %s %s', async (...args) => {
    renameSync(project.path('node_modules'), project.path('elsewhere'));
    const { exitCode, output } = await command(process.execPath, args, project.folder, process.env);
    renameSync(project.path('elsewhere'), project.path('node_modules'));
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^(lz: )?\S+ has no packages yet; install them there with: npm ci\n$/);
  });

  it('names the TypeScript file and line in the stack trace of a bug', async () => {
    project.replace('stacks/zip-folder.ts', '  let bytes = ', "  throw new Error('a bug');\n  let bytes = ");
    const { exitCode, output } = await synth();
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^Error: a bug\n +at zipFolder \(.*\/stacks\/zip-folder\.ts:\d+:\d+\)/);
    expect(output).not.toContain('.cjs:');
  });
});
