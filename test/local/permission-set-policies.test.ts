import {
  AttachCustomerManagedPolicyReferenceToPermissionSetCommand,
  AttachManagedPolicyToPermissionSetCommand,
  DeleteInlinePolicyFromPermissionSetCommand,
  DeletePermissionsBoundaryFromPermissionSetCommand,
  DetachCustomerManagedPolicyReferenceFromPermissionSetCommand,
  DetachManagedPolicyFromPermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  GetPermissionsBoundaryForPermissionSetCommand,
  ListCustomerManagedPolicyReferencesInPermissionSetCommand,
  ListManagedPoliciesInPermissionSetCommand,
  PutInlinePolicyToPermissionSetCommand,
  PutPermissionsBoundaryToPermissionSetCommand,
} from '@aws-sdk/client-sso-admin';
import { useCloud } from './cloud-under-test';
import { type IdentityCenterUnderTest, identityCenterOf, permissionSetOf } from './identity-center-fixture';

const local = useCloud();
let center: IdentityCenterUnderTest;
let set: { InstanceArn: string; PermissionSetArn: string };
let count = 0;
beforeEach(async () => {
  center = await identityCenterOf(local);
  set = await permissionSetOf(center, `Set${(count += 1)}`);
});

const BILLING = 'arn:aws:iam::aws:policy/job-function/Billing';
const policyOf = (length: number) => JSON.stringify({ Sid: 'x'.repeat(length - '{"Sid":""}'.length) });

test('the inline policy is put, read and deleted', async () => {
  const { sso } = center;
  const read = async () => (await sso.send(new GetInlinePolicyForPermissionSetCommand(set))).InlinePolicy;
  expect(await read()).toBe('');
  await sso.send(
    new PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy: '{"Version":"2012-10-17"}' }),
  );
  expect(await read()).toBe('{"Version":"2012-10-17"}');
  await sso.send(new DeleteInlinePolicyFromPermissionSetCommand(set));
  expect(await read()).toBe('');
});

test('white space does not count in an inline policy', async () => {
  const InlinePolicy = policyOf(10_240).replace('{', `{${' '.repeat(1000)}`);
  await center.sso.send(new PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy }));
});

test.each([
  ['of 10,241 characters', policyOf(10_241), 'ServiceQuotaExceededException'],
  ['that is no JSON', '{"Version":', 'ValidationException'],
  ['that is a list', '[]', 'ValidationException'],
  ['that is empty', '', 'ValidationException'],
])('fails with an inline policy %s', async (_, InlinePolicy, name) => {
  const put = center.sso.send(new PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy }));
  await expect(put).rejects.toMatchObject({ name });
});

test("AWS's policies are attached, listed and detached", async () => {
  const { sso } = center;
  const listed = async () =>
    (await sso.send(new ListManagedPoliciesInPermissionSetCommand(set))).AttachedManagedPolicies;
  const policy = { ...set, ManagedPolicyArn: BILLING };
  await sso.send(new AttachManagedPolicyToPermissionSetCommand(policy));
  expect(await listed()).toEqual([{ Name: 'Billing', Arn: BILLING }]);
  await expect(sso.send(new AttachManagedPolicyToPermissionSetCommand(policy))).rejects.toMatchObject({
    name: 'ConflictException',
  });
  await sso.send(new DetachManagedPolicyFromPermissionSetCommand(policy));
  expect(await listed()).toEqual([]);
  await expect(sso.send(new DetachManagedPolicyFromPermissionSetCommand(policy))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test.each([
  ['that AWS does not have', 'arn:aws:iam::aws:policy/Nothing', 'ResourceNotFoundException'],
  ["of an account's own", 'arn:aws:iam::123456789012:policy/mine', 'ValidationException'],
])('fails to attach a managed policy %s', async (_, ManagedPolicyArn, name) => {
  const attached = center.sso.send(
    new AttachManagedPolicyToPermissionSetCommand({ ...set, ManagedPolicyArn }),
  );
  await expect(attached).rejects.toMatchObject({ name });
});

test("policies of the accounts' own are named, listed and left out again, 20 at most", async () => {
  const { sso } = center;
  const named = (Name: string) => ({ ...set, CustomerManagedPolicyReference: { Name, Path: '/lz/' } });
  for (let index = 0; index < 20; index += 1)
    await sso.send(new AttachCustomerManagedPolicyReferenceToPermissionSetCommand(named(`p${index}`)));
  const listed = await sso.send(new ListCustomerManagedPolicyReferencesInPermissionSetCommand(set));
  expect(listed.CustomerManagedPolicyReferences).toHaveLength(20);
  expect(listed.CustomerManagedPolicyReferences?.[0]).toEqual({ Name: 'p0', Path: '/lz/' });
  const more = sso.send(new AttachCustomerManagedPolicyReferenceToPermissionSetCommand(named('p20')));
  await expect(more).rejects.toMatchObject({ name: 'ServiceQuotaExceededException' });
  await sso.send(new DetachCustomerManagedPolicyReferenceFromPermissionSetCommand(named('p0')));
  const again = sso.send(new DetachCustomerManagedPolicyReferenceFromPermissionSetCommand(named('p0')));
  await expect(again).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test.each([
  ['of AWS', { ManagedPolicyArn: BILLING }, { ManagedPolicyArn: BILLING }],
  [
    "of the accounts' own",
    { CustomerManagedPolicyReference: { Name: 'Boundary' } },
    { CustomerManagedPolicyReference: { Name: 'Boundary', Path: '/' } },
  ],
])('a permissions boundary %s is put, read and deleted', async (_, PermissionsBoundary, read) => {
  const { sso } = center;
  await sso.send(new PutPermissionsBoundaryToPermissionSetCommand({ ...set, PermissionsBoundary }));
  const found = await sso.send(new GetPermissionsBoundaryForPermissionSetCommand(set));
  expect(found.PermissionsBoundary).toEqual(read);
  await sso.send(new DeletePermissionsBoundaryFromPermissionSetCommand(set));
  await expect(sso.send(new GetPermissionsBoundaryForPermissionSetCommand(set))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('fails with a boundary of both kinds, or of none', async () => {
  const both = { ManagedPolicyArn: BILLING, CustomerManagedPolicyReference: { Name: 'Boundary' } };
  for (const PermissionsBoundary of [both, {}]) {
    const put = center.sso.send(
      new PutPermissionsBoundaryToPermissionSetCommand({ ...set, PermissionsBoundary }),
    );
    await expect(put).rejects.toMatchObject({ name: 'ValidationException' });
  }
});
