import { type IAspect, TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';

export interface DestroyProtectionProps {
  /** Whether the environment says that its stateful resources may go. Accounts stay all the same. */
  readonly isDisposable: boolean;
}

/**
 * Types that hold what cannot be made again: data, keys that data is encrypted with, and endpoints whose
 * replacement invalidates something people have been handed out.
 */
const STATEFUL_TYPES: ReadonlySet<string> = new Set([
  'aws_ec2_client_vpn_endpoint',
  'aws_kms_key',
  'aws_mwaa_environment',
  'aws_s3_bucket',
]);

/** Types that stay whatever the environment says: losing one takes a support case, if it can be undone at all. */
const IRREPLACEABLE_TYPES: ReadonlySet<string> = new Set([
  'aws_organizations_account',
  'aws_organizations_organization',
]);

/** Gives stateful resources `prevent_destroy`, so that Terraform refuses any plan that would delete one. */
export class DestroyProtection implements IAspect {
  constructor(private readonly props: DestroyProtectionProps) {}

  visit(node: IConstruct): void {
    if (!(node instanceof TerraformResource)) return;
    const type = node.terraformResourceType;
    if (IRREPLACEABLE_TYPES.has(type) || (STATEFUL_TYPES.has(type) && !this.props.isDisposable)) {
      node.lifecycle = { ...node.lifecycle, preventDestroy: true };
    }
  }
}
