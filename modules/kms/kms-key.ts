import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey as KmsKeyResource } from '@cdktf/provider-aws/lib/kms-key';
import type { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../iam/policy-document';

export interface KmsKeyProps {
  readonly provider: TerraformProvider;
  /** Account that owns the key. */
  readonly accountId: string;
  /** Name without the `alias/` prefix; unique in account and region. */
  readonly alias: string;
  /** What the key encrypts; shown in the console. */
  readonly description: string;
  /**
   * Statements that admit AWS services to the key. In a key policy `Resource: *` means this key.
   *
   * @default - only principals of the account that an IAM policy admits
   */
  readonly serviceStatements?: readonly PolicyStatement[];
  /**
   * Statements that refuse something. Whoever may change the policy must stay: AWS takes no policy by which its author could
   * not change it again (`BypassPolicyLockoutSafetyCheck` of PutKeyPolicy).
   *
   * @default - IAM policies of the account decide alone
   */
  readonly refusals?: readonly PolicyStatement[];
  /**
   * Days between a deletion request and the deletion, 7 to 30 (`PendingWindowInDays` of
   * ScheduleKeyDeletion). Data encrypted with the key can be read only until then.
   *
   * @default 30
   */
  readonly deletionWindowDays?: number;
}

/** A customer managed KMS key with yearly rotation, an alias, and a policy that names who may use it. */
export class KmsKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: KmsKeyProps) {
    super(scope, id);
    const key = new KmsKeyResource(this, 'key', {
      provider: props.provider,
      description: props.description,
      enableKeyRotation: true,
      deletionWindowInDays: props.deletionWindowDays ?? 30,
      policy: policyDocument([
        {
          // AWS's default statement: without it no IAM policy of the account has any effect on the key, and
          // a mistake below would leave a key that nobody can ever change. "Default key policy",
          // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
          Sid: 'AccountDecidesByIam',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${props.accountId}:root` },
          Action: 'kms:*',
          Resource: '*',
        },
        ...(props.serviceStatements ?? []),
        ...(props.refusals ?? []),
      ]),
      tags: { Name: props.alias },
    });
    new KmsAlias(this, 'alias', {
      provider: props.provider,
      name: `alias/${props.alias}`,
      targetKeyId: key.keyId,
    });
    this.arn = key.arn;
  }
}
