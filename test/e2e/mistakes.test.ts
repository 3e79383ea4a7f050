import { existsSync } from 'node:fs';
import { cdktf } from '../support/cdktf';
import { Project } from '../support/project';

jest.setTimeout(2 * 60 * 1000);

const project = new Project();

afterAll(() => project.remove());

describe('cdktf with mistakes in the environment files', () => {
  it('names them all with their places, writes nothing and shows no stack trace', async () => {
    project.replace('environments/sandbox.yaml', 'disposable: true', 'disposible: true');
    project.replace('environments/test.yaml', 'cidr: 10.21.0.0/16', 'cidr: 10.20.0.0/16');
    const environment = { ...process.env, CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1' };
    const { exitCode, output } = await cdktf(project.folder, environment, 'synth');
    expect(exitCode).toBe(1);
    expect(output).toMatch(/environments\/sandbox\.yaml:6:1 +disposible: .*disposable/);
    expect(output).toMatch(
      /environments\/test\.yaml:7:\d+ +network\.cidr: 10\.20\.0\.0\/16 overlaps sandbox \(environments\/sandbox\.yaml:8:\d+\)/,
    );
    expect(output).not.toMatch(/^\s+at .*\.ts:/m);
    expect(existsSync(project.path('cdktf.out/stacks'))).toBe(false);
  });
});
