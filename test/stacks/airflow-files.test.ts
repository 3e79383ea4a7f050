import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '../../config';
import { writeAirflowFiles } from '../../stacks/airflow-files';
import { fixtureConfig } from '../support/config';
import { parsedLandingZone, synthLandingZone } from '../support/landing-zone';
import { resourcesOf } from '../support/terraform-json';

const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lz-airflow-files-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The fixture with a line more at the end of one of its files. */
function fixtureWith(file: string): Config {
  const root = newFolder();
  cpSync(join(__dirname, '../fixtures'), root, { recursive: true });
  appendFileSync(join(root, 'environments', file), '# one line more\n');
  return loadConfig(root);
}

/** Lines that differ, without what is the same in both. */
function changedLines(before: string, after: string): string[] {
  const [old, young] = [before.split('\n'), after.split('\n')];
  expect(young).toHaveLength(old.length);
  return young.filter((line, index) => line !== old[index]).map((line) => line.trim());
}

const fixture = fixtureConfig();

describe('the files of Airflow environments', () => {
  it('lie where the synthesised objects look for them, with the content whose hash stands there', () => {
    const outdir = newFolder();
    writeAirflowFiles(outdir, fixture);
    for (const { stage } of fixture.stages) {
      const objects = resourcesOf(parsedLandingZone(fixture)[stage] ?? {}, 'aws_s3_object').filter((object) =>
        String(object['source']).startsWith('airflow/'),
      );
      expect(objects.map(({ key }) => key).sort()).toEqual(['plugins.zip', 'requirements.txt', 'startup.sh']);
      for (const { source, source_hash: hash } of objects) {
        const content = readFileSync(join(outdir, 'stacks', stage, String(source)));
        expect(createHash('sha256').update(content).digest('hex')).toBe(hash);
      }
    }
  });

  it('are written for stages only, and nothing else is', () => {
    const outdir = newFolder();
    writeAirflowFiles(outdir, fixture);
    expect(readdirSync(join(outdir, 'stacks'))).toEqual(fixture.stages.map(({ stage }) => stage).sort());
    expect(readdirSync(join(outdir, 'stacks/test'))).toEqual(['airflow']);
  });

  it.each([
    ['a plugin', 'airflow/plugins/partition_macros.py'],
    ['the startup script', 'airflow/startup.sh'],
    ['the requirements', 'airflow/requirements.txt'],
  ])('change the hash of one object, and nothing else, when a line of %s changes', (_, file) => {
    const before = synthLandingZone(fixture);
    const after = synthLandingZone(fixtureWith(file));
    expect(changedLines(before['sandbox'] ?? '', after['sandbox'] ?? '')).toEqual([
      expect.stringMatching(/^"source_hash": "[0-9a-f]{64}",?$/),
    ]);
    expect(after['organization']).toBe(before['organization']);
  });

  it('are still there when somebody takes them out: an environment cannot lose a file', () => {
    const root = newFolder();
    cpSync(join(__dirname, '../fixtures'), root, { recursive: true });
    for (const file of ['plugins', 'startup.sh', 'requirements.txt'])
      rmSync(join(root, 'environments/airflow', file), { recursive: true });
    const before = synthLandingZone(fixture);
    const after = synthLandingZone(loadConfig(root));
    expect(changedLines(before['sandbox'] ?? '', after['sandbox'] ?? '')).toEqual(
      ['plugins', 'requirements', 'startup'].map(
        () => expect.stringMatching(/^"source_hash": "[0-9a-f]{64}",?$/) as string,
      ),
    );
  });

  it('change nothing when a DAG changes: whoever writes DAGs publishes them', () => {
    expect(synthLandingZone(fixtureWith('airflow/dags/events_daily.py'))).toEqual(synthLandingZone(fixture));
  });
});
