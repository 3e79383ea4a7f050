import { airflowStage, airflowStageOf, constraint } from '../airflow-stage';
import { type Files, problemsWith } from '../environment-folder';

const RIGHT = constraint('2.11.2', '3.12');
const ASKED = 'for airflow.main of two (Airflow 2.11.2)';

const withRequirements = (stage: Files, ...lines: string[]) =>
  problemsWith({ ...stage, 'airflow/requirements.txt': lines.map((line) => `${line}\n`).join('') });

describe('requirements.txt', () => {
  it.each([
    ['first', [RIGHT, 'pandas==2.2.3']],
    ['after comments', ['# ours', '', RIGHT]],
    ['by its short name', [RIGHT.replace('--constraint', '-c')]],
    ['with an equals sign', [RIGHT.replace('--constraint ', '--constraint=')]],
    ['without providers', [RIGHT.replace('constraints-3.12', 'constraints-no-providers-3.12')]],
  ])('may name the constraints of its version %s', (_, lines) => {
    expect(withRequirements(airflowStage(), ...lines)).toEqual([]);
  });

  it.each([
    ['empty', []],
    ['nothing but comments', ['# nothing yet', '']],
  ])('may be %s: then nothing is installed', (_, lines) => {
    expect(withRequirements(airflowStage(), ...lines)).toEqual([]);
  });

  it('may name constraints of the team’s own, which are theirs to keep right', () => {
    const own = '-c https://acme.io/constraints.txt';
    expect(withRequirements(airflowStage(), own, 'pandas')).toEqual([]);
  });

  it('fails with a file among the plugins that is not there', () => {
    const stage = { ...airflowStage(), 'airflow/plugins/other.txt': '' };
    expect(withRequirements(stage, '-c /usr/local/airflow/plugins/constraints.txt')).toEqual([
      `environments/airflow/requirements.txt:1:1  expected constraints.txt in environments/airflow/plugins ${ASKED}, found no such file; put it there: pip stops where it cannot read its constraints`,
    ]);
  });

  it.each([
    ['a branch', 'constraints-2-10/constraints-3.12.txt', '2-10', '3.12'],
    ['what is not released yet', 'constraints-main/constraints-3.9.txt', 'main', '3.9'],
  ])('fails with the constraints of %s of Airflow', (_, path, airflow, python) => {
    const line = `-c https://raw.githubusercontent.com/apache/airflow/${path}`;
    expect(withRequirements(airflowStage(), line)).toEqual([
      expect.stringContaining(`found those of Airflow ${airflow} with Python ${python}; write ${RIGHT}`),
    ]);
  });

  it.each([
    ['none', ['pandas==2.2.3']],
    ['one in a comment', [`# ${RIGHT}`, 'pandas==2.2.3']],
  ])('fails with %s', (_, lines) => {
    expect(withRequirements(airflowStage(), ...lines)).toEqual([
      `environments/airflow/requirements.txt:1:1  expected a constraints file ${ASKED}, found none; begin the file with ${RIGHT}`,
    ]);
  });

  it.each([
    ['another Airflow', '2.10.3', '3.11'],
    ['another Python', '2.11.2', '3.11'],
  ])('fails with the constraints of %s', (_, airflow, python) => {
    expect(withRequirements(airflowStage(), '# ours', constraint(airflow, python))).toEqual([
      `environments/airflow/requirements.txt:2:1  expected the constraints of Airflow 2.11.2 with Python 3.12 ${ASKED}, found those of Airflow ${airflow} with Python ${python}; write ${RIGHT}`,
    ]);
  });

  it('fails with the constraints of another Airflow when the Python of a new version is not known', () => {
    expect(withRequirements(airflowStageOf('3.9.9'), RIGHT)).toEqual([
      'environments/airflow/requirements.txt:1:1  expected the constraints of Airflow 3.9.9 for airflow.main of two (Airflow 3.9.9), found those of Airflow 2.11.2 with Python 3.12; ' +
        `write ${constraint('3.9.9', '<python>')}`,
    ]);
  });

  it('knows the Python of a version that organization.yaml adds', () => {
    const organization = `managementAccountId: '111122223333'
region: eu-west-1
units: [workloads/non-production]
network: { reserved: [] }
airflowVersions:
  3.9.9: { python: '3.13' }
`;
    const stage = { ...airflowStageOf('3.9.9'), 'organization.yaml': organization };
    expect(withRequirements(stage, constraint('3.9.9', '3.12'))).toEqual([
      expect.stringContaining('expected the constraints of Airflow 3.9.9 with Python 3.13'),
    ]);
    expect(withRequirements(stage, constraint('3.9.9', '3.13'))).toEqual([]);
  });

  it('fails once for each environment that would break: they may share the file', () => {
    const lines = ['  next:', '    version: 3.0.6'];
    const stage = airflowStage();
    const both = { 'two.yaml': `${stage['two.yaml'] ?? ''}${lines.join('\n')}\n` };
    expect(withRequirements(both, RIGHT)).toEqual([
      expect.stringContaining('for airflow.next of two (Airflow 3.0.6), found those of Airflow 2.11.2'),
    ]);
  });

  describe('where a package index cannot be reached', () => {
    const PLUGINS = {
      'airflow/plugins/constraints-2.11.2-3.12.txt': '',
      'airflow/plugins/constraints-2.10.3-3.12.txt': '',
      'airflow/plugins/constraints-2.11.2-3.11.txt': '',
    };
    const PRIVATE = { ...airflowStage('webServerAccess: PRIVATE_ONLY'), ...PLUGINS };
    const among = (airflow: string, python: string) =>
      `--constraint "/usr/local/airflow/plugins/constraints-${airflow}-${python}.txt"`;
    const LOCAL = among('2.11.2', '3.12');
    const BROUGHT = ['--find-links /usr/local/airflow/plugins', '--no-index'];

    it('may bring the packages along', () => {
      expect(withRequirements(PRIVATE, LOCAL, ...BROUGHT, 'pandas==2.2.3')).toEqual([]);
    });

    it('fails with constraints of the internet, which --no-index is not about', () => {
      expect(withRequirements(PRIVATE, ...BROUGHT, RIGHT)).toEqual([
        `environments/airflow/requirements.txt:3:1  expected a constraints file among the plugins ${ASKED}: a private web server cannot fetch one from the internet; found "https://raw.githubusercontent.com/apache/airflow/constraints…"; put the file into plugins and write ${LOCAL}`,
      ]);
    });

    it.each([
      ['another Airflow', '2.10.3', '3.12'],
      ['another Python', '2.11.2', '3.11'],
    ])('fails with a file among the plugins for %s', (_, airflow, python) => {
      expect(withRequirements(PRIVATE, ...BROUGHT, among(airflow, python))).toEqual([
        expect.stringContaining(`found those of Airflow ${airflow} with Python ${python}; write ${LOCAL}`),
      ]);
    });

    it('says which file to bring where none is named', () => {
      expect(withRequirements(PRIVATE, ...BROUGHT, 'pandas')).toEqual([
        expect.stringContaining(`found none; begin the file with ${LOCAL}`),
      ]);
    });

    it('fails for a private web server when it does not', () => {
      expect(withRequirements(PRIVATE, LOCAL, 'pandas==2.2.3')).toEqual([
        `environments/airflow/requirements.txt:1:1  expected --no-index and --find-links /usr/local/airflow/plugins ${ASKED}: a private web server cannot install from the internet; found neither; package the wheels into plugins (docs/modules/mwaa.md)`,
      ]);
    });

    it.each(BROUGHT)('fails with %s alone', (line) => {
      expect(withRequirements(PRIVATE, LOCAL, line)).toEqual([
        expect.stringContaining('found one of the two; package the wheels into plugins'),
      ]);
    });

    it('fails without NAT gateways, wherever the web server is', () => {
      const [path = '', text] = Object.entries(airflowStage())[0] ?? [];
      const endpoints = '  natGateways: none\n  endpoints: { interface: [mwaa, dags] }\nairflow:';
      const stage = { [path]: text?.replace('airflow:', endpoints) ?? '', ...PLUGINS };
      expect(withRequirements(stage, LOCAL)).toEqual([
        expect.stringContaining('a worker in a VPC without NAT gateways cannot install from the internet'),
      ]);
    });
  });
});
