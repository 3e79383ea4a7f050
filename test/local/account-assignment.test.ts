import { CreatePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  AttachCustomerManagedPolicyReferenceToPermissionSetCommand,
  CreateAccountAssignmentCommand,
  type CreateAccountAssignmentCommandInput,
  DeleteAccountAssignmentCommand,
  DescribeAccountAssignmentCreationStatusCommand,
  DescribeAccountAssignmentDeletionStatusCommand,
  DescribePermissionSetProvisioningStatusCommand,
  ListAccountAssignmentsCommand,
  ListAccountAssignmentsForPrincipalCommand,
  ListAccountsForProvisionedPermissionSetCommand,
  ProvisionPermissionSetCommand,
} from '@aws-sdk/client-sso-admin';
import { inAccount, memberAccount } from './boto3';
import { useCloud } from './cloud-under-test';
import {
  type IdentityCenterUnderTest,
  groupOf,
  identityCenterOf,
  permissionSetOf,
} from './identity-center-fixture';

const local = useCloud();
let center: IdentityCenterUnderTest;
let account = '';
let group = '';
beforeAll(async () => {
  center = await identityCenterOf(local);
  account = await memberAccount(local);
  group = await groupOf(center, 'Data Engineers');
});

type Set = Awaited<ReturnType<typeof permissionSetOf>>;
const assignment = (set: Set, more: object = {}) => ({
  ...set,
  TargetId: account,
  TargetType: 'AWS_ACCOUNT' as const,
  PrincipalType: 'GROUP' as const,
  PrincipalId: group,
  ...more,
});
const create = async (input: CreateAccountAssignmentCommandInput) =>
  (await center.sso.send(new CreateAccountAssignmentCommand(input))).AccountAssignmentCreationStatus;

test('an assignment is in progress, then there, and gone after the same for its deletion', async () => {
  const { sso, InstanceArn } = center;
  const set = await permissionSetOf(center, 'Engineer');
  const started = await create(assignment(set));
  expect(started).toMatchObject({ Status: 'IN_PROGRESS', TargetId: account, PrincipalId: group });
  const created = await sso.send(
    new DescribeAccountAssignmentCreationStatusCommand({
      InstanceArn,
      AccountAssignmentCreationRequestId: started?.RequestId,
    }),
  );
  expect(created.AccountAssignmentCreationStatus).toMatchObject({ Status: 'SUCCEEDED' });

  const listed = {
    AccountId: account,
    PermissionSetArn: set.PermissionSetArn,
    PrincipalType: 'GROUP',
    PrincipalId: group,
  };
  const list = async () =>
    (await sso.send(new ListAccountAssignmentsCommand({ ...set, AccountId: account }))).AccountAssignments;
  expect(await list()).toEqual([listed]);
  const principal = { InstanceArn, PrincipalType: 'GROUP', PrincipalId: group } as const;
  const own = await sso.send(
    new ListAccountAssignmentsForPrincipalCommand({ ...principal, Filter: { AccountId: account } }),
  );
  expect(own.AccountAssignments).toEqual([listed]);
  const accounts = async () =>
    (await sso.send(new ListAccountsForProvisionedPermissionSetCommand(set))).AccountIds;
  expect(await accounts()).toEqual([account]);

  const { AccountAssignmentDeletionStatus: deletion } = await sso.send(
    new DeleteAccountAssignmentCommand(assignment(set)),
  );
  expect(deletion).toMatchObject({ Status: 'IN_PROGRESS' });
  const deleted = await sso.send(
    new DescribeAccountAssignmentDeletionStatusCommand({
      InstanceArn,
      AccountAssignmentDeletionRequestId: deletion?.RequestId,
    }),
  );
  expect(deleted.AccountAssignmentDeletionStatus).toMatchObject({ Status: 'SUCCEEDED' });
  expect([await list(), await accounts()]).toEqual([[], []]);
  await expect(sso.send(new DeleteAccountAssignmentCommand(assignment(set)))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test.each([
  [
    'a group that is not there',
    { PrincipalId: '11111111-2222-3333-4444-555555555555' },
    'ResourceNotFoundException',
  ],
  [
    'a user that is not there',
    { PrincipalType: 'USER', PrincipalId: '11111111-2222-3333-4444-555555555555' },
    'ResourceNotFoundException',
  ],
  ['a group by its name', { PrincipalId: 'Data Engineers' }, 'ValidationException'],
  [
    'an account that the organization does not have',
    { TargetId: '999988887777' },
    'ResourceNotFoundException',
  ],
  ['a target that is no account', { TargetType: 'OU' }, 'ValidationException'],
])('fails for %s', async (name, more, error) => {
  const set = await permissionSetOf(center, `For${name.length}${error.length}`);
  await expect(create(assignment(set, more))).rejects.toMatchObject({ name: error });
});

test('fails, but only in its status, where the account lacks a policy of its own', async () => {
  const { sso, InstanceArn } = center;
  const set = await permissionSetOf(center, 'WithOwn');
  const reference = { CustomerManagedPolicyReference: { Name: 'Extra', Path: '/lz/' } };
  await sso.send(new AttachCustomerManagedPolicyReferenceToPermissionSetCommand({ ...set, ...reference }));
  const status = async () => {
    const AccountAssignmentCreationRequestId = (await create(assignment(set)))?.RequestId;
    const asked = new DescribeAccountAssignmentCreationStatusCommand({
      InstanceArn,
      AccountAssignmentCreationRequestId,
    });
    return (await sso.send(asked)).AccountAssignmentCreationStatus;
  };
  expect(await status()).toMatchObject({
    Status: 'FAILED',
    FailureReason: expect.stringContaining(`arn:aws:iam::${account}:policy/lz/Extra`) as string,
  });
  const listed = await sso.send(new ListAccountAssignmentsCommand({ ...set, AccountId: account }));
  expect(listed.AccountAssignments).toEqual([]);

  const iam = new IAMClient(await inAccount(local, account));
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' }],
  });
  await iam.send(new CreatePolicyCommand({ PolicyName: 'Extra', Path: '/lz/', PolicyDocument }));
  expect(await status()).toMatchObject({ Status: 'SUCCEEDED' });
});

test('a changed permission set is provisioned where somebody has it', async () => {
  const { sso, InstanceArn } = center;
  const set = await permissionSetOf(center, 'Changed');
  await create(assignment(set));
  const provision = async () => {
    const started = await sso.send(
      new ProvisionPermissionSetCommand({ ...set, TargetType: 'ALL_PROVISIONED_ACCOUNTS' }),
    );
    const { RequestId, Status } = started.PermissionSetProvisioningStatus ?? {};
    const asked = new DescribePermissionSetProvisioningStatusCommand({
      InstanceArn,
      ProvisionPermissionSetRequestId: RequestId,
    });
    return [Status, (await sso.send(asked)).PermissionSetProvisioningStatus?.Status];
  };
  expect(await provision()).toEqual(['IN_PROGRESS', 'SUCCEEDED']);
  const reference = { CustomerManagedPolicyReference: { Name: 'Missing' } };
  await sso.send(new AttachCustomerManagedPolicyReferenceToPermissionSetCommand({ ...set, ...reference }));
  expect(await provision()).toEqual(['IN_PROGRESS', 'FAILED']);
});

test('fails to provision one account without saying which, and all with', async () => {
  const set = await permissionSetOf(center, 'Targets');
  for (const target of [
    { TargetType: 'AWS_ACCOUNT' },
    { TargetType: 'ALL_PROVISIONED_ACCOUNTS', TargetId: account },
  ] as const)
    await expect(
      center.sso.send(new ProvisionPermissionSetCommand({ ...set, ...target })),
    ).rejects.toMatchObject({
      name: 'ValidationException',
    });
});
