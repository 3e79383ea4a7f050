import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../config';
import { command } from '../support/cdktf';
import { fixtureConfig } from '../support/config';
import { parsedLandingZone } from '../support/landing-zone';
import { STAGE_ACCOUNT, StackPolicies } from '../support/policies';

const repository = join(__dirname, '../..');
const airflow = join(repository, 'environments/airflow');
// As shipped; the live files may be edited by whoever uses them.
const dag = readFileSync(join(repository, 'test/fixtures/environments/airflow/dags/events_daily.py'), 'utf8');
const config = fixtureConfig();
const stacks = parsedLandingZone(config);
const stageNames = config.stages.map(({ stage }) => stage);

type Platform = Readonly<Record<string, Readonly<Record<string, string>>>>;

const pythonFiles = readdirSync(airflow, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.py'),
);

/** What the DAG asks of a stage: `named("clusters", "main")`. */
const asked = [...dag.matchAll(/named\("(\w+)", "([\w-]+)"\)/g)].map(([, kind = '', name = '']) => ({
  kind,
  name,
}));

/** Names that a stage really makes, by the kind that DAGs know them under. */
function madeIn(stack: StackPolicies): Record<string, string[]> {
  const attribute = (type: string, name: string) =>
    Object.values(stack.json.resource?.[type] ?? {}).map((resource) => stack.resolve(String(resource[name])));
  return {
    buckets: attribute('aws_s3_bucket', 'bucket'),
    clusters: attribute('aws_emr_cluster', 'name'),
    stepRoles: stack.arns('aws_iam_role'),
    workGroups: attribute('aws_athena_workgroup', 'name'),
  };
}

describe('the Python of this repository', () => {
  it.each(pythonFiles)('compiles: %s', async (name) => {
    const cache = mkdtempSync(join(tmpdir(), 'lz-pycache-'));
    try {
      const environment = { ...process.env, PYTHONPYCACHEPREFIX: cache };
      const args = ['-m', 'py_compile', join(airflow, name)];
      expect(await command('python3', args, repository, environment)).toEqual({ exitCode: 0, output: '' });
    } finally {
      rmSync(cache, { recursive: true });
    }
  });
});

describe('the DAG', () => {
  it('asks for a bucket, a cluster, a step role and a work group', () => {
    expect(new Set(asked.map(({ kind }) => kind))).toEqual(
      new Set(['buckets', 'clusters', 'stepRoles', 'workGroups']),
    );
    // Each use of the function is one that was understood here, but for its definition.
    expect(asked).toHaveLength(dag.split('named(').length - 2);
  });

  it.each(stageNames)('finds in %s what the stage makes, under each name it asks for', (stage) => {
    const stack = new StackPolicies(stacks[stage] ?? {});
    const parameter = Object.values(stack.json.resource?.['aws_ssm_parameter'] ?? {}).find(
      ({ name }) => name === `/landing-zone/${stage}/platform`,
    );
    const platform = JSON.parse(stack.resolve(String(parameter?.['insecure_value']))) as Platform;
    const made = madeIn(stack);
    for (const { kind, name } of asked) {
      expect(made[kind]).toContain(platform[kind]?.[name]);
    }
    expect(platform['buckets']?.['raw']).toBe(`${stage}-raw-${STAGE_ACCOUNT}`);
  });

  it('reads the parameter that its environment is told of', () => {
    const [section = '', option = ''] = /conf\.get\("(\w+)", "(\w+)"\)/.exec(dag)?.slice(1) ?? [];
    for (const stage of stageNames) {
      for (const environment of Object.values(stacks[stage]?.resource?.['aws_mwaa_environment'] ?? {})) {
        expect(environment['airflow_configuration_options']).toMatchObject({
          [`${section}.${option}`]: `/landing-zone/${stage}/platform`,
        });
      }
    }
  });

  it('names no stage and no account, and none of AWS’s regions', () => {
    for (const stage of stageNames) expect(dag).not.toMatch(new RegExp(`\\b${stage}\\b`));
    expect(dag).not.toMatch(/\d{12}|\b[a-z]{2}-[a-z]+-\d\b/);
  });

  it('runs its job under the job’s own role, and not through Livy, which knows no step roles', () => {
    expect(dag).not.toMatch(/livy/i);
    const operators = dag.split(/EmrAddStepsOperator\(/).slice(1);
    expect(operators.length).toBeGreaterThan(0);
    for (const operator of operators) {
      expect(operator.split('steps=')[0]).toContain('execution_role_arn=named("stepRoles", ');
    }
  });

  it('waits for what its environment may see arrive, writes the table that is there, runs code that its role may read', () => {
    const [key = ''] = /(?<=bucket_key=")[^"{]+/.exec(dag) ?? [];
    const [, zone = '', table = ''] = /"(\w+)\.(\w+)",/.exec(dag.split('"--table"')[1] ?? '') ?? [];
    const [, job = ''] = /^JOB = "([\w-]+)"$/m.exec(dag) ?? [];
    expect(dag).toContain('"/jobs/" + JOB + "/');
    for (const { airflow: environments, catalog, emr } of config.stages) {
      for (const { watches } of Object.values(environments)) {
        const seen = watches.filter(({ zone: watched }) => watched === 'raw');
        expect(seen.filter(({ prefix }) => key.startsWith(prefix))).not.toEqual([]);
      }
      expect(catalog.tables[table]).toMatchObject({ zone });
      const { reads, writes } = emr.stepRoles[job] ?? { reads: [], writes: [] };
      expect(reads.filter(({ prefix }) => key.startsWith(prefix))).not.toEqual([]);
      expect(writes).toContainEqual({ zone, prefix: catalog.tables[table]?.location });
    }
    // The role of a job reads the code below its own name.
    const roles = new StackPolicies(stacks['sandbox'] ?? {}).all.filter(({ title }) =>
      title.includes(`emr-step-${job}`),
    );
    expect(roles.map(({ text }) => text).join('')).toContain(`-artifacts-${STAGE_ACCOUNT}/jobs/${job}/*`);
  });

  it('queries in a work group that the environment may use, over a database it may read', () => {
    const group = /workgroup=named\("workGroups", "(\w+)"\)/.exec(dag)?.[1];
    const database = /database="(\w+)"/.exec(dag)?.[1];
    for (const { airflow: environments } of config.stages) {
      for (const { athena } of Object.values(environments)) {
        expect(athena.workGroups).toContain(group);
        expect(athena.databases).toContain(database);
      }
    }
  });
});

describe('the requirements', () => {
  it('name the constraints of the Airflow that is synthesised', () => {
    const [environment] = Object.values(stacks['sandbox']?.resource?.['aws_mwaa_environment'] ?? {});
    const text = readFileSync(
      join(repository, 'test/fixtures/environments/airflow/requirements.txt'),
      'utf8',
    );
    expect(text).toContain(`/constraints-${String(environment?.['airflow_version'])}/constraints-3.`);
    expect(readConfig(join(repository, 'test/fixtures')).problems).toEqual([]);
  });

  it('are right in the files of this repository, too', () => {
    expect(readConfig(repository).problems).toEqual([]);
  });
});
