import type { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';
import type { OidcProvider } from './oidc-provider';

export interface PipelineRoleProps {
  readonly provider: TerraformProvider;
  readonly name: string;
  readonly description: string;
  /** Whose tokens are believed. */
  readonly oidcProvider: OidcProvider;
  /** Subjects that may become the role, compared exactly. */
  readonly subjects: readonly string[];
  readonly statements: readonly PolicyStatement[];
  readonly boundary: IamPolicy;
}

/** A role that jobs of a pipeline become, by their token's exact subject and audience. */
export class PipelineRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: PipelineRoleProps) {
    super(scope, id);
    const { provider, name, oidcProvider } = props;
    const role = new IamRole(this, 'role', {
      provider,
      name,
      description: props.description,
      permissionsBoundary: props.boundary.arn,
      assumeRolePolicy: policyDocument([
        {
          Sid: 'ExactlyThesePipelines',
          Effect: 'Allow',
          Principal: { Federated: oidcProvider.arn },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              [`${oidcProvider.issuerName}:aud`]: oidcProvider.audience,
              [`${oidcProvider.issuerName}:sub`]: [...props.subjects],
            },
          },
        },
      ]),
      tags: { Name: name },
      dependsOn: [...oidcProvider.ready],
    });
    new IamRolePolicy(this, 'role-policy', {
      provider,
      name: 'pipeline',
      role: role.id,
      policy: policyDocument(props.statements),
    });
    this.arn = role.arn;
  }
}
