import { z } from 'zod';
import { MWAA_CLASSES, MWAA_LIMITS, type MwaaClassName } from '../limits/mwaa';
import { logRetentionDays, NO_TEMPLATE } from './fields';
import { field } from './guidance';
import { LAKE_ZONES, lakePlaces } from './lake';

const classNames = Object.keys(MWAA_CLASSES) as [MwaaClassName, ...MwaaClassName[]];

const count = (description: string, max: number) =>
  field(z.int().min(1).max(max).optional(), description, { expected: `a whole number from 1 to ${max}` });

const workers = z.strictObject({
  min: count('Workers that are always there. Left out: 1.', 25),
  max: count('Workers that autoscaling may go up to. Left out: 10, or 1 for mw1.micro.', 25),
});

const webServers = z.strictObject({
  min: count('Web servers that are always there. Left out: 2, or 1 for mw1.micro.', 5),
  max: count('Web servers that autoscaling may go up to. Left out: as many as min.', 5),
});

/** A file or folder below `environments/`. */
const attachment = (fallback: string, description: string) =>
  field(
    z
      .string()
      .regex(/^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_-][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_.-]+)*$/)
      .default(fallback),
    description,
    { expected: `a path below environments/, such as ${fallback}` },
  );

const LEVELS = ['CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG'] as const;
const level = (fallback: (typeof LEVELS)[number], description: string) =>
  field(z.enum(LEVELS).default(fallback), description);

/** Levels that show what led to a failure, and not only the failure. */
const WARNED_LEVELS = ['WARNING', 'INFO', 'DEBUG'] as const;
const warnedLevel = (fallback: (typeof WARNED_LEVELS)[number], description: string) =>
  field(z.enum(WARNED_LEVELS).default(fallback), `${description} WARNING at least.`, {
    expected: 'WARNING, INFO or DEBUG',
    fix: 'write WARNING, or the warnings that come before a failure are logged nowhere',
  });

const logs = z.strictObject({
  retentionDays: logRetentionDays('How many days CloudWatch keeps the five logs of the environment.').default(
    90,
  ),
  dagProcessing: warnedLevel('WARNING', 'What is logged of parsing DAGs, from this level up.'),
  scheduler: level('WARNING', 'What is logged of the schedulers, from this level up.'),
  task: warnedLevel('INFO', 'What is logged of tasks, from this level up. People read it in the Airflow UI.'),
  webServer: level('WARNING', 'What is logged of the web servers, from this level up.'),
  worker: level('WARNING', 'What is logged of the workers, from this level up.'),
});

const athena = z.strictObject({
  workGroups: field(
    z.array(z.string()).default([]),
    'Athena work groups in which DAGs may run queries: names of athena.workGroups.',
  ),
  databases: field(
    z.array(z.enum(LAKE_ZONES)).default([]),
    'Glue databases that these queries may read, with the data of their zone.',
    { expected: `some of ${LAKE_ZONES.join(', ')}` },
  ),
});

const environment = z.strictObject({
  version: field(
    z.string().regex(/^\d+\.\d+\.\d+$/),
    'Version of Apache Airflow. A newer minor version is taken in place (about an hour, running tasks are stopped); for a major one see docs/runbooks/airflow-upgrade.md.',
    { expected: 'a version of Apache Airflow on MWAA such as 2.11.2' },
  ),
  class: field(z.enum(classNames).default('mw1.small'), 'Environment class: size of every part.', {
    expected: `one of ${classNames.join(', ')}`,
  }),
  workers: workers.prefault({}).describe('Workers, which run tasks.'),
  schedulers: count('Schedulers. Left out: 2, or 1 for mw1.micro.', 5),
  webServers: webServers.prefault({}).describe('Web servers.'),
  webServerAccess: field(
    z.enum(['PUBLIC_ONLY', 'PRIVATE_ONLY']).default('PUBLIC_ONLY'),
    'How people reach the Airflow UI. PUBLIC_ONLY: over the internet, with an IAM session. PRIVATE_ONLY: from inside the VPC only, and requirements must bring their packages along.',
    {
      expected: 'PUBLIC_ONLY or PRIVATE_ONLY',
      fix: 'PUBLIC_AND_PRIVATE needs a newer AWS provider than the one this project is built on (hashicorp/terraform-provider-aws#48835)',
    },
  ),
  maintenanceWindow: field(
    z
      .string()
      .regex(/^(?:MON|TUE|WED|THU|FRI|SAT|SUN):(?:[01]\d|2[0-3]):(?:00|30)$/)
      .default('SUN:03:00'),
    'When AWS may begin with the weekly two hours of maintenance, in UTC.',
    { expected: 'a day and a full or half hour in UTC, such as SUN:03:00' },
  ),
  options: field(
    z
      .record(
        z
          .string()
          .max(MWAA_LIMITS.optionKeyLength)
          .regex(/^[a-z]+[a-z0-9_]*\.[a-z0-9_]+$/),
        z
          .string()
          .min(1)
          .max(MWAA_LIMITS.optionValueLength)
          .regex(new RegExp(`^${NO_TEMPLATE}[ -~]+$`)),
      )
      .default({}),
    'Apache Airflow configuration options by section and name, such as core.default_task_retries: "2". Not for secrets: they are shown in the console and kept in Terraform’s state.',
    {
      expected: 'options such as core.default_task_retries: "2": section, dot, name; value as text',
      fix: 'put numbers and true/false in quotes',
    },
  ),
  logs: logs.prefault({}).describe('Logs in CloudWatch, one group for each part of Airflow.'),
  requirements: attachment(
    'airflow/requirements.txt',
    'Python packages to install. Must name the constraints file of this Airflow and Python version. No such file: nothing is installed.',
  ),
  plugins: attachment('airflow/plugins', 'Folder of Airflow plugins. No such folder: no plugins.'),
  startupScript: attachment(
    'airflow/startup.sh',
    'Shell script that every part of Airflow runs when it starts. No such file: none is run.',
  ),
  watches: lakePlaces(
    'Prefixes of the lake below which DAGs may see which objects have arrived. Reading them is for the jobs.',
  ),
  athena: athena.prefault({}).describe('Queries that DAGs run.'),
  dagPublishers: field(
    z.array(z.string().regex(/^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/)).default([]),
    'Roles, such as the one of your CI, that may assume the role which writes below dags/ in the environment’s bucket and can do nothing else. They must exist before the stage is deployed.',
    { expected: 'ARNs of roles such as arn:aws:iam::123456789012:role/ci' },
  ),
  disposable: field(
    z.boolean().default(false),
    'Whether this environment may be deleted, with its history. To remove one: write true, deploy, then take it out. Everything in a disposable stage is disposable anyway.',
  ),
});

/** MWAA environments of a stage by name. */
export const airflowSchema = z
  .record(z.string().regex(/^[a-z](?:[a-z0-9-]{0,18}[a-z0-9])?$/), environment)
  .default({});

/** One MWAA environment, defaults filled in. */
export type AirflowConfig = z.output<typeof environment>;
