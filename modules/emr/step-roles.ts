import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { PolicyStatement } from '../iam/policy-document';
import { StepRole, type StepRoleJob } from './step-role';

export interface StepRolesProps {
  readonly provider: TerraformProvider;
  readonly accountId: string;
  readonly region: string;
  /** Roles are called `<name>-emr-step-<job>`. */
  readonly name: string;
  /** Role of the cluster nodes. */
  readonly instanceRoleArn: string;
  /** Key of the buckets and of the catalog. */
  readonly dataKeyArn: string;
  /** Jobs by name. */
  readonly jobs: Readonly<Record<string, StepRoleJob>>;
}

/** Name of a job's role. */
export function stepRoleName(platform: string, job: string): string {
  return `${platform}-emr-step-${job}`;
}

/**
 * One role per job, and from the same list the right of the nodes to assume these roles and no other.
 */
export class StepRoles extends Construct {
  /** ARNs by the name of the job. */
  readonly arns: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: StepRolesProps) {
    super(scope, id);
    const { jobs, name, ...common } = props;
    this.arns = Object.fromEntries(
      Object.entries(jobs).map(([job, access]) => [
        job,
        new StepRole(this, job, { ...common, roleName: stepRoleName(name, job), job: access }).arn,
      ]),
    );
  }

  /** For the role of the cluster nodes. Empty without jobs: a statement must have a resource. */
  assumeStatements(): PolicyStatement[] {
    const arns = Object.values(this.arns);
    if (arns.length === 0) return [];
    return [
      {
        Sid: 'AssumeStepRoles',
        Effect: 'Allow',
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Resource: arns,
      },
    ];
  }
}
