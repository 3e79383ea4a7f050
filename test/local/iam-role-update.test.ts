import { CreateRoleCommand, GetRoleCommand, IAMClient, UpdateRoleCommand } from '@aws-sdk/client-iam';
import { awsClientConfig } from '../../local/aws-client-config';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const client = () => new IAMClient(awsClientConfig(local.cloud, 'us-east-1'));
const AssumeRolePolicyDocument = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

test('what an update does not name stays as it is', async () => {
  const RoleName = 'plan';
  const update = async (change: { Description?: string; MaxSessionDuration?: number }) => {
    await client().send(new UpdateRoleCommand({ RoleName, ...change }));
    const { Role } = await client().send(new GetRoleCommand({ RoleName }));
    return { Description: Role?.Description, MaxSessionDuration: Role?.MaxSessionDuration };
  };
  const Description = 'Plans <all> & "reads"';
  await client().send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument, Description }));
  expect(await update({ MaxSessionDuration: 7200 })).toEqual({ Description, MaxSessionDuration: 7200 });
  expect(await update({ Description: 'Plans' })).toEqual({ Description: 'Plans', MaxSessionDuration: 7200 });
});

test('fails on a role that is not there', async () => {
  const updated = client().send(new UpdateRoleCommand({ RoleName: 'nobody', Description: 'x' }));
  await expect(updated).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});

test.each([
  [
    'a session below an hour',
    { MaxSessionDuration: 3599 },
    /at 'maxSessionDuration' .* greater than or equal to 3600/,
  ],
  [
    'a session above 12 hours',
    { MaxSessionDuration: 43_201 },
    /at 'maxSessionDuration' .* less than or equal to 43200/,
  ],
  ['a description of 1001 characters', { Description: 'x'.repeat(1001) }, /at 'description'/],
])('fails with %s', async (_, wrong, message) => {
  const updated = client().send(new UpdateRoleCommand({ RoleName: 'plan', ...wrong }));
  await expect(updated).rejects.toMatchObject({
    name: 'ValidationError',
    message: expect.stringMatching(message) as string,
  });
});
