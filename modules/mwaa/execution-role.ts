import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';
import { environmentStatements, type EnvironmentStatementsProps } from './environment-statements';

export interface ExecutionRoleProps extends EnvironmentStatementsProps {
  readonly provider: TerraformProvider;
  /**
   * What DAGs may do, by what it is about. Managed policies, for which the environment does not wait: one of 6,144
   * characters each holds what the 10,240 of all inline policies together do not ("IAM and AWS STS quotas",
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
   */
  readonly dagPolicies: Readonly<Record<string, readonly PolicyStatement[]>>;
}

/** The role under which an MWAA environment and its tasks run. */
export class ExecutionRole extends Construct {
  readonly arn: string;
  /** What has to be there before the environment is made. */
  readonly permissions: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ExecutionRoleProps) {
    super(scope, id);
    const { provider, accountId, region, environmentName } = props;
    const name = `${environmentName}-mwaa`;
    const role = new IamRole(this, 'role', {
      provider,
      name,
      description: 'MWAA environment and the tasks of its DAGs',
      // Conditions against the confused deputy: "Amazon MWAA cross-service confused deputy prevention",
      // https://docs.aws.amazon.com/mwaa/latest/userguide/cross-service-confused-deputy-prevention.html
      assumeRolePolicy: policyDocument([
        {
          Sid: 'MwaaOfThisEnvironment',
          Effect: 'Allow',
          Principal: { Service: ['airflow.amazonaws.com', 'airflow-env.amazonaws.com'] },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'aws:SourceAccount': accountId },
            ArnLike: {
              'aws:SourceArn': `arn:aws:airflow:${region}:${accountId}:environment/${environmentName}`,
            },
          },
        },
      ]),
      tags: { Name: name },
    });
    this.arn = role.arn;
    this.permissions = new IamRolePolicy(this, 'environment-policy', {
      provider,
      name: 'environment',
      role: role.id,
      policy: policyDocument(environmentStatements(props)),
    });
    for (const [subject, statements] of Object.entries(props.dagPolicies)) {
      if (statements.length > 0) this.attach(subject, statements, { provider, roleName: role.name, name });
    }
  }

  private attach(
    subject: string,
    statements: readonly PolicyStatement[],
    role: { provider: TerraformProvider; roleName: string; name: string },
  ): void {
    const { provider, roleName, name } = role;
    const policy = new IamPolicy(this, `${subject}-policy`, {
      provider,
      name: `${name}-${subject}`,
      description: 'What DAGs may do',
      policy: policyDocument(statements),
      tags: { Name: `${name}-${subject}` },
    });
    new IamRolePolicyAttachment(this, `${subject}-policy-attachment`, {
      provider,
      role: roleName,
      policyArn: policy.arn,
    });
  }
}
