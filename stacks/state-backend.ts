import { LocalBackend, S3Backend, type S3BackendConfig, type TerraformStack } from 'cdktf';
import type { OrganizationConfig } from '../config';

/**
 * Where local state lies, seen from a stack's folder `<output>/stacks/<stack>`: in `.state/` beside the
 * output folder. Relative, because cdktf would otherwise write this machine's absolute path into the
 * Terraform file; beside the output folder, because state and output of the local cloud live in a folder of
 * its own and are thrown away together.
 */
export const LOCAL_STATE_FOLDER = '../../../.state';

/**
 * Gives a stack its state backend. The state key is the stack id: one state per stack.
 */
export function addStateBackend(stack: TerraformStack, organization: OrganizationConfig): void {
  const { state } = organization;
  if (state.backend === 'local') {
    new LocalBackend(stack, { path: `${LOCAL_STATE_FOLDER}/${stack.node.id}.tfstate` });
    return;
  }
  if (state.bucket === undefined) throw new Error('config lets no s3 backend through without a bucket');
  const config: S3BackendConfig & { useLockfile: boolean } = {
    bucket: state.bucket,
    key: stack.node.id,
    region: state.region ?? organization.region,
    // A managed bucket encrypts with its own key and refuses uploads that ask for anything else; nobody knows the
    // id of that key yet. Without `encrypt`, Terraform asks for nothing.
    ...(state.managed ? {} : { encrypt: true }),
    ...(state.kmsKeyId === undefined ? {} : { kmsKeyId: state.kmsKeyId }),
    allowedAccountIds: [organization.managementAccountId],
    // cdktf 0.21 predates native S3 locking (hashicorp/terraform-cdk#3834) but passes unknown properties on
    // in snake case, so this comes out as `use_lockfile`. This is the only place that relies on it.
    useLockfile: true,
  };
  new S3Backend(stack, config);
}
