import { existsSync } from 'node:fs';
import { cdktf } from '../support/cdktf';
import { Project } from '../support/project';

jest.setTimeout(2 * 60 * 1000);

const environment = { ...process.env, CHECKPOINT_DISABLE: '1', DISABLE_VERSION_CHECK: '1' };
let project: Project;

beforeEach(() => (project = new Project()));
afterEach(() => project.remove());

test('cdktf warns of what can be deployed but may not be meant, with its place', async () => {
  project.replace(
    'environments/test.yaml',
    'cidr: 10.21.0.0/16',
    'cidr: 10.21.0.0/16\nemr: { release: emr-7.99.0 }',
  );
  const { exitCode, output } = await cdktf(project.folder, environment, 'synth');
  expect(exitCode).toBe(0);
  expect(output).toMatch(/WARN \[test\]: environments\/test\.yaml:8:17 +emr\.release: emr-7\.99\.0 /);
});

describe('cdktf with mistakes in the environment files', () => {
  it('names them all with their places, writes nothing and shows no stack trace', async () => {
    project.replace('environments/sandbox.yaml', 'disposable: true', 'disposible: true');
    project.replace('environments/test.yaml', 'cidr: 10.21.0.0/16', 'cidr: 10.20.0.0/16');
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
