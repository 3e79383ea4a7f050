import { SsoadminManagedPolicyAttachment } from '@cdktf/provider-aws/lib/ssoadmin-managed-policy-attachment';
import { SsoadminPermissionSet } from '@cdktf/provider-aws/lib/ssoadmin-permission-set';
import { SsoadminPermissionSetInlinePolicy } from '@cdktf/provider-aws/lib/ssoadmin-permission-set-inline-policy';
import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { PermissionSetDefinition } from './permission-set-definition';

export interface PermissionSetProps {
  /** Provider with credentials of the management account, in the region of IAM Identity Center. */
  readonly provider: TerraformProvider;
  readonly instanceArn: string;
  readonly definition: PermissionSetDefinition;
}

/**
 * A permission set with its policies. A change of it reaches every account in which somebody has it: Identity Center
 * changes the role there, and Terraform waits until it has.
 */
export class PermissionSet extends Construct {
  constructor(scope: Construct, id: string, { provider, instanceArn, definition }: PermissionSetProps) {
    super(scope, id);
    const { name, description, session, managedPolicies = [], inlinePolicy } = definition;
    const permissionSet = new SsoadminPermissionSet(this, 'permission-set', {
      provider,
      instanceArn,
      name,
      description,
      sessionDuration: session,
      tags: { Name: name },
    });
    // One after the other: each of them provisions the set again, and Identity Center refuses a second change of a
    // set that it is provisioning (ConflictException of AttachManagedPolicyToPermissionSet,
    // https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_AttachManagedPolicyToPermissionSet.html).
    let before: ITerraformDependable[] = [];
    if (inlinePolicy !== undefined) {
      const inline = new SsoadminPermissionSetInlinePolicy(this, 'inline-policy', {
        provider,
        instanceArn,
        permissionSetArn: permissionSet.arn,
        inlinePolicy: withoutTemplates(inlinePolicy),
      });
      before = [inline];
    }
    for (const { name: policy } of managedPolicies) {
      const attachment = new SsoadminManagedPolicyAttachment(this, `managed-${encodeURIComponent(policy)}`, {
        provider,
        instanceArn,
        permissionSetArn: permissionSet.arn,
        managedPolicyArn: `arn:aws:iam::aws:policy/${policy}`,
        dependsOn: before,
      });
      before = [attachment];
    }
  }
}

/** Variables of IAM begin as templates of Terraform do, which would look for something called `aws:…`. */
function withoutTemplates(policy: string): string {
  return policy.replace(/[$%](?=\{)/g, '$&$&');
}
