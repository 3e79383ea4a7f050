import { existsSync, readdirSync } from 'node:fs';
import { command } from './support/cdktf';
import { Project } from './support/project';

const project = new Project();
const synth = () => command(process.execPath, ['synth.cjs', 'main.ts'], project.folder, process.env);

/** Scripts that were made and not thrown away. */
const scripts = () => (existsSync(project.path('.lz/synth')) ? readdirSync(project.path('.lz/synth')) : []);

afterAll(() => project.remove());

describe('the script that cdktf runs', () => {
  it('synthesises every stack and throws itself away', async () => {
    expect(await synth()).toMatchObject({ exitCode: 0, output: '' });
    expect(existsSync(project.path('cdktf.out/stacks/sandbox/cdk.tf.json'))).toBe(true);
    expect(scripts()).toEqual([]);
  });

  it('prints a mistake of the user without a stack trace', async () => {
    project.replace('environments/sandbox.yaml', 'stage: sandbox', 'stage: sandbox\nregoin: eu-west-1');
    const { exitCode, output } = await synth();
    expect(exitCode).toBe(1);
    expect(output).toContain('environments/sandbox.yaml:2:1  regoin: unknown key "regoin"');
    expect(output).not.toMatch(/^ +at /m);
    expect(scripts()).toEqual([]);
    project.replace('environments/sandbox.yaml', '\nregoin: eu-west-1', '');
  });

  it('names the TypeScript file and line in the stack trace of a bug', async () => {
    project.replace('stacks/zip-folder.ts', '  let bytes = ', "  throw new Error('a bug');\n  let bytes = ");
    const { exitCode, output } = await synth();
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^Error: a bug\n +at zipFolder \(.*\/stacks\/zip-folder\.ts:\d+:\d+\)/);
    expect(output).not.toContain('.cjs:');
    expect(scripts()).toEqual([]);
  });
});
