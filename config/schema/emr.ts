import { z } from 'zod';
import { EMR_APPLICATIONS, EMR_LIMITS } from '../limits/emr';
import { named } from './fields';
import { field } from './guidance';
import { LAKE_ZONES, lakePlaces } from './lake';

/**
 * Sizes and families that EMR can have. Source: "Supported instance types with Amazon EMR"
 * (https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-supported-instance-types.html).
 */
const instanceType = (description: string) =>
  field(z.string().regex(/^(?!t\d)[a-z][a-z0-9-]*\.(?:(?:\d*x)?large|metal(?:-\d+xl)?)$/), description, {
    expected: 'an EC2 instance type such as m6g.xlarge',
    fix: 'EMR takes xlarge and larger, a few large ones, and no burstable ones (t2, t3, t3a, t4g)',
  });

const nodes = (minimum: 0 | 1, defaults?: { instanceType: string; max: number }) => {
  const type = instanceType('EC2 instance type of these nodes.');
  const max = field(z.int().min(1).max(1000), 'Nodes that managed scaling may go up to.', {
    expected: 'a whole number from 1 to 1000',
    fix: 'for no task nodes at all, leave out task',
  });
  return z.strictObject({
    instanceType: defaults ? type.default(defaults.instanceType) : type,
    min: field(z.int().min(minimum).max(1000).default(minimum), 'Nodes that are always there.', {
      expected: `a whole number from ${minimum} to 1000`,
    }),
    max: defaults ? max.default(defaults.max) : max,
    volumeGb: field(
      z.int().min(EMR_LIMITS.volumeGb.min).max(EMR_LIMITS.volumeGb.max).default(64),
      'GiB of the encrypted EBS volume of each node.',
      { expected: `a whole number of GiB from ${EMR_LIMITS.volumeGb.min} to ${EMR_LIMITS.volumeGb.max}` },
    ),
  });
};

/** What both kinds of cluster are told alike. */
const primary = z
  .strictObject({
    instanceType: instanceType('EC2 instance type of the primary node.').default('m6g.xlarge'),
  })
  .prefault({})
  .describe('The primary node. Always one: runtime roles do not work with several.');
const CORE = 'Core nodes: they hold HDFS, so their number shrinks slowly.';
const task = nodes(0).optional().describe('Task nodes: they only compute.');
const idleTimeoutMinutes = z
  .int()
  .min(EMR_LIMITS.idleTimeoutSeconds.min / 60)
  .max(EMR_LIMITS.idleTimeoutSeconds.max / 60);
const IDLE = {
  expected: `a whole number of minutes from ${EMR_LIMITS.idleTimeoutSeconds.min / 60} to ${EMR_LIMITS.idleTimeoutSeconds.max / 60}`,
};
const stepConcurrency = field(
  z.int().min(EMR_LIMITS.stepConcurrency.min).max(EMR_LIMITS.stepConcurrency.max).default(5),
  'Steps that run side by side.',
  {
    expected: `a whole number from ${EMR_LIMITS.stepConcurrency.min} to ${EMR_LIMITS.stepConcurrency.max}`,
  },
);

const cluster = z.strictObject({
  primary,
  core: nodes(1).describe(CORE),
  task,
  idleTimeoutMinutes: field(
    idleTimeoutMinutes.optional(),
    'Minutes without work after which the cluster ends itself. The next deployment starts it again. Left out, it runs on.',
    IDLE,
  ),
  stepConcurrency,
});

const SMALLEST_CORE = { instanceType: 'm6g.xlarge', max: 2 };

/** As small as a cluster gets, unless a stage says more; whoever starts one may ask for more. */
const transientCluster = z.strictObject({
  primary,
  core: nodes(1, SMALLEST_CORE).prefault(SMALLEST_CORE).describe(CORE),
  task,
  idleTimeoutMinutes: field(
    idleTimeoutMinutes.default(30),
    'Minutes without work after which such a cluster ends itself, should its DAG fail to end it.',
    IDLE,
  ),
  stepConcurrency,
});

const lakeAccess = (verb: string) => lakePlaces(`Prefixes of the lake that the job ${verb}.`);

const stepRole = z.strictObject({
  description: field(
    z
      .string()
      .max(EMR_LIMITS.roleDescriptionLength)
      .regex(/^[\t\n\r -~\u00A1-\u00FF]*$/)
      .optional(),
    'What the job does.',
    {
      expected: `at most ${EMR_LIMITS.roleDescriptionLength} characters of Latin-1`,
      fix: 'IAM takes no typographic quotation marks or dashes in the description of a role',
    },
  ),
  reads: lakeAccess('reads'),
  writes: lakeAccess('reads, writes and deletes in'),
  databases: z
    .strictObject({
      read: field(z.array(z.enum(LAKE_ZONES)).default([]), 'Databases whose tables the job reads.'),
      write: field(
        z.array(z.enum(LAKE_ZONES)).default([]),
        'Databases whose tables the job makes and changes.',
      ),
    })
    .prefault({})
    .describe('Glue databases.'),
});

/** EMR in a stage. */
export const emrSchema = z.strictObject({
  release: field(
    z
      .string()
      .regex(/^emr-(?:spark-)?\d+\.\d+\.\d+$/)
      .default('emr-7.12.0'),
    'EMR release of the clusters and of the template for transient ones.',
    { expected: 'an EMR release label such as emr-7.12.0' },
  ),
  applications: field(
    z.array(z.enum(EMR_APPLICATIONS)).min(1).default(['Hadoop', 'Hive', 'Spark']),
    'Applications that are installed, in AWS’s spelling.',
  ),
  clusters: named(
    cluster,
    'Long-running clusters by name. DAGs can also start transient ones, for which everything is there.',
  ),
  transient: transientCluster
    .prefault({})
    .describe('Size of clusters that DAGs start from the published template.'),
  stepRoles: named(
    stepRole,
    'One IAM role per job: steps run under it, and can do what it may and nothing else. Airflow can start steps under these roles only.',
  ),
  certificateGeneration: field(
    z.int().min(1).default(1),
    'Number of the certificate with which nodes encrypt what they send each other. Raised by one, a new certificate is made and the clusters are replaced. Never lower it: an older certificate may be gone.',
    { expected: 'a whole number from 1' },
  ),
  shellAccess: field(
    z.boolean().default(false),
    'Whether people may open a shell on cluster nodes through Session Manager. A shell has the instance profile, which can assume EVERY step role of the stage: it defeats the isolation between jobs. Right for a sandbox, wrong where jobs must not see each other’s data.',
  ),
});

/** EMR section of a stage, defaults filled in. */
export type EmrConfig = z.output<typeof emrSchema>;
