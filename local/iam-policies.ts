import type { MotoClient } from './moto-client';

/** Whether IAM has a managed policy, AWS's own or one of an account's. */
export async function isPolicy(arn: string, account: string, moto: MotoClient): Promise<boolean> {
  const query = new URLSearchParams({ Action: 'GetPolicy', Version: '2010-05-08', PolicyArn: arn });
  const { status } = await moto.rest('iam', 'GET', `/?${query.toString()}`, '', { account });
  return status === 200;
}
