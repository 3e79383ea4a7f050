import type { AwsCall } from '../aws-call';
import { ServiceError } from '../aws-error';
import { ec2Service } from '../ec2-service';
import type { MotoClient } from '../moto-client';
import { RegionalState } from '../regional-state';

/** The key that AWS makes itself, and what EC2 answers while no other is set. */
const AWS_KEY = 'alias/aws/ebs';

/**
 * The default key of EBS volumes. moto takes one and never gives it back.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyEbsDefaultKmsKeyId.html
 */
export function ebsDefaultKmsKey() {
  const keys = new RegionalState<{ arn?: string }>(() => ({}));
  const element = (key: string) => `<kmsKeyId>${key}</kmsKeyId>`;
  return ec2Service({
    name: 'ebs-default-kms-key',
    actions: {
      GetEbsDefaultKmsKeyId: (_, call) => element(keys.of(call).arn ?? AWS_KEY),
      async ModifyEbsDefaultKmsKeyId(input, call, moto) {
        const arn = await usableKey(input.get('KmsKeyId'), call, moto);
        keys.of(call).arn = arn;
        return element(arn);
      },
      ResetEbsDefaultKmsKeyId(_, call) {
        keys.of(call).arn = undefined;
        return element(AWS_KEY);
      },
    },
  });
}

interface KeyMetadata {
  readonly Arn: string;
  readonly KeySpec: string;
  readonly KeyState: string;
}

/** "Amazon EBS does not support asymmetric KMS keys." */
async function usableKey(id: string | null, call: AwsCall, moto: MotoClient): Promise<string> {
  if (!id) {
    const message = 'The request must contain the parameter KmsKeyId';
    throw new ServiceError({ code: 'MissingParameter', message });
  }
  const { KeyMetadata: key } = await moto
    .ask<{ KeyMetadata?: KeyMetadata }>('kms', 'TrentService.DescribeKey', { KeyId: id }, call)
    .catch((): { KeyMetadata?: KeyMetadata } => ({}));
  if (key === undefined)
    throw new ServiceError({
      code: 'InvalidKMSKey.NotFound',
      message: `The specified KMS key ${id} does not exist`,
    });
  if (key.KeyState !== 'Enabled' || key.KeySpec !== 'SYMMETRIC_DEFAULT')
    throw new ServiceError({
      code: 'InvalidKMSKey.InvalidState',
      message: 'The KMS key provided is in an incorrect state',
    });
  return key.Arn;
}
