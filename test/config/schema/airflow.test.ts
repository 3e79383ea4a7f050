import { airflowStage } from '../airflow-stage';
import { problemsWith, stageFile } from '../environment-folder';

const withName = (name: string) =>
  problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16', 'airflow:', `  ${name}: { version: 2.11.2 }`) });
const withLines = (...lines: string[]) => problemsWith(airflowStage(...lines));

describe('the name of an Airflow environment', () => {
  it.each(['main', 'a', 'next-3', 'a2345678901234567890'])('may be %s', (name) => {
    expect(withName(name)).toEqual([]);
  });

  // MWAA takes more, but the name is also part of a bucket's, and of an address.
  it.each([
    ['Main', '; write main'],
    ['my_airflow', '; write my-airflow'],
    ['my.airflow', '; write my-airflow'],
    ['3next', ''],
    ['main-', ''],
    ['a23456789012345678901', ''],
  ])('fails when it is %s', (name, fix) => {
    expect(withName(name)).toEqual([
      `environments/two.yaml:9:3  airflow${name.includes('.') ? `["${name}"]` : `.${name}`}: expected names of 1 to 20 lower-case letters, digits and hyphens, such as main, found the key "${name}"${fix}`,
    ]);
  });
});

describe('an Airflow environment', () => {
  it('fails without a version', () => {
    expect(problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16', 'airflow:', '  main: {}') })).toEqual([
      expect.stringMatching(/^environments\/two\.yaml:9:3 {2}airflow\.main.*version/),
    ]);
  });

  it.each(['mw1.tiny', 'small', 'MW1.SMALL'])('fails in a class that MWAA has not: %s', (name) => {
    expect(withLines(`class: ${name}`)).toEqual([
      expect.stringContaining(
        `environments/two.yaml:11:12  airflow.main.class: expected one of mw1.micro, mw1.small, mw1.medium, mw1.large, mw1.xlarge, mw1.2xlarge, found "${name}"`,
      ),
    ]);
  });

  it.each(['MON:00:00', 'SUN:23:30'])('may have its maintenance on %s', (window) => {
    expect(withLines(`maintenanceWindow: ${window}`)).toEqual([]);
  });

  it.each(['sun:03:00', 'SUNDAY:03:00', 'SUN:24:00', 'SUN:03:15', 'SUN:3:00', '03:00'])(
    'fails with its maintenance on %s',
    (window) => {
      expect(withLines(`maintenanceWindow: '${window}'`)).toEqual([
        `environments/two.yaml:11:24  airflow.main.maintenanceWindow: expected a day and a full or half hour in UTC, such as SUN:03:00, found "${window}"`,
      ]);
    },
  );

  it.each(['worker_autoscale', 'Celery.worker_autoscale', 'celery.', 'celery-worker.autoscale', 'a.b.c'])(
    'fails with an option that has no section and name: %s',
    (key) => {
      expect(withLines('options:', `  ${key}: '5'`)).toEqual([
        expect.stringContaining(
          'expected options such as core.default_task_retries: "2": section, dot, name',
        ),
      ]);
    },
  );

  it('fails with an option that is longer than AWS takes', () => {
    expect(withLines('options:', `  core.${'a'.repeat(60)}: '5'`)).toHaveLength(1);
  });

  it('fails with an option that is a number, and says to put it in quotes', () => {
    expect(withLines('options:', '  core.default_task_retries: 2')).toEqual([
      expect.stringMatching(/^environments\/two\.yaml:12:34 .* found 2 \(number\); write '2', in quotes$/),
    ]);
  });

  it('fails with an option in which Terraform would run code', () => {
    expect(withLines('options:', "  core.x: '${file(1)}'")).toHaveLength(1);
  });

  it.each(['arn:aws:iam::123456789012:user/ci', 'arn:aws:iam::123456789012:root', 'ci', '*'])(
    'fails with a publisher of DAGs that is no role: %s',
    (arn) => {
      expect(withLines(`dagPublishers: ['${arn}']`)).toEqual([
        `environments/two.yaml:11:21  airflow.main.dagPublishers[0]: expected ARNs of roles such as arn:aws:iam::123456789012:role/ci, found "${arn}"`,
      ]);
    },
  );

  it('fails with days for which CloudWatch cannot keep logs', () => {
    expect(withLines('logs: { retentionDays: 100 }')).toEqual([
      expect.stringContaining(
        'airflow.main.logs.retentionDays: expected a number of days CloudWatch Logs allows',
      ),
    ]);
  });

  it.each(['dagProcessing', 'task'])('fails with a level of the log %s that leaves warnings out', (log) => {
    expect(withLines(`logs: { ${log}: ERROR }`)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^environments/two\\.yaml:11:\\d+  airflow\\.main\\.logs\\.${log}: expected WARNING, INFO or DEBUG, found "ERROR"; write WARNING, or the warnings that come before a failure are logged nowhere$`,
        ),
      ),
    ]);
    expect(withLines(`logs: { ${log}: CRITICAL }`)).toHaveLength(1);
    for (const level of ['WARNING', 'INFO', 'DEBUG'])
      expect(withLines(`logs: { ${log}: ${level} }`)).toEqual([]);
  });

  it('may log failures alone of what runs tasks', () => {
    expect(withLines('logs: { scheduler: ERROR, webServer: CRITICAL, worker: ERROR }')).toEqual([]);
  });

  it('fails with a setting that is none, and offers the one that is meant', () => {
    expect(withLines('versions: 2')).toEqual([expect.stringContaining('version')]);
  });
});
