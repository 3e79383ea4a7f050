import type { ServiceControlPolicy } from './service-control-policy';

/**
 * The root user can do anything and is nobody in particular; a landing zone needs it for nothing. The one exception
 * are sessions that the management account opens with sts:AssumeRoot for one task, such as deleting a bucket policy
 * that locks everybody out: they are the root user too, and `aws:AssumedRoot` is in no other request.
 *
 * Source: `aws:AssumedRoot`
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-assumedroot)
 * and "Perform a privileged task on an AWS Organizations member account"
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html).
 */
export const restrictRootUser: ServiceControlPolicy = {
  name: 'restrict-root-user',
  description: 'Root users can do nothing, but in sessions that the management account opens',
  statements: () => [
    {
      Sid: 'DenyRootUser',
      Effect: 'Deny',
      // Every action of every service is what is meant, hence both asterisks.
      Action: '*',
      Resource: '*',
      Condition: {
        ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' },
        Null: { 'aws:AssumedRoot': 'true' },
      },
    },
  ],
};
