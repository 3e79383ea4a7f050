import { problemsOfStage } from '../lake-stage';
import { describeRefused } from './refused-value';

const core = (settings: string) => problemsOfStage(`emr: { clusters: { main: { core: { ${settings} } } } }`);
const stepRoles = (count: number) =>
  Array.from({ length: count }, (_, index) => `job-${index}: {}`).join(', ');

describeRefused('EMR', [
  {
    // ReleaseLabel of RunJobFlow: https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html
    what: 'a release label without emr-',
    problems: () => problemsOfStage('emr: { release: 7.12.0 }'),
    told: [
      'environments/two.yaml:8:17  emr.release: expected an EMR release label such as emr-7.12.0, found "7.12.0"',
    ],
  },
  {
    // runtime roles: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-steps-runtime-roles.html
    what: 'a release without runtime roles',
    problems: () => problemsOfStage('emr: { release: emr-6.5.0 }'),
    told: [
      'environments/two.yaml:8:17  emr.release: emr-6.5.0 cannot run steps under step roles; use emr-6.7.0 or a later release',
    ],
  },
  {
    // the same page
    what: 'an application that cannot stand beside runtime roles',
    problems: () => problemsOfStage('emr: { applications: [Spark, JupyterHub] }'),
    told: [
      'environments/two.yaml:8:30  emr.applications[1]: JupyterHub cannot run on clusters with step roles; remove it, and let notebooks connect through Livy',
    ],
  },
  {
    // supported instance types: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-supported-instance-types.html
    what: 'an instance type that is too small',
    problems: () => core('instanceType: m6g.medium, max: 2'),
    told: [
      'environments/two.yaml:8:50  emr.clusters.main.core.instanceType: expected an EC2 instance type such as m6g.xlarge, found "m6g.medium"; EMR takes xlarge and larger, a few large ones, and no burstable ones (t2, t3, t3a, t4g)',
    ],
  },
  {
    // the same page
    what: 'a burstable instance type',
    problems: () => core('instanceType: t3.xlarge, max: 2'),
    told: [
      'environments/two.yaml:8:50  emr.clusters.main.core.instanceType: expected an EC2 instance type such as m6g.xlarge, found "t3.xlarge"; EMR takes xlarge and larger, a few large ones, and no burstable ones (t2, t3, t3a, t4g)',
    ],
  },
  {
    // gp3 volumes, 16 TiB: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-storage.html
    what: 'a volume larger than EBS has',
    problems: () => core('instanceType: m6g.xlarge, max: 2, volumeGb: 20000'),
    told: [
      'environments/two.yaml:8:80  emr.clusters.main.core.volumeGb: expected a whole number of GiB from 10 to 16384, found 20000',
    ],
  },
  {
    // ComputeLimits: https://docs.aws.amazon.com/emr/latest/APIReference/API_ComputeLimits.html
    what: 'fewest nodes that are more than the most',
    problems: () => core('instanceType: m6g.xlarge, min: 5, max: 2'),
    told: [
      'environments/two.yaml:8:67  emr.clusters.main.core.min: min 5 is more than max 2; lower min or raise max',
    ],
  },
  {
    // inline policies of a role, 10,240 characters: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    what: 'more step roles than fit into a policy',
    problems: () => problemsOfStage(`emr: { stepRoles: { ${stepRoles(51)} } }`),
    told: [
      'environments/two.yaml:8:8  emr.stepRoles: expected at most 50 step roles, found 51: more do not fit into one IAM policy; let jobs with the same data share a role',
    ],
  },
  {
    // Description of CreateRole: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    what: 'a typographic quote in the description of a role',
    problems: () => problemsOfStage('emr: { stepRoles: { daily: { description: The job’s role } } }'),
    told: [
      'environments/two.yaml:8:43  emr.stepRoles.daily.description: expected at most 1000 characters of Latin-1, found "The job’s role"; IAM takes no typographic quotation marks or dashes in the description of a role',
    ],
  },
]);
