import {
  AttachPolicyCommand,
  CreateOrganizationalUnitCommand,
  CreatePolicyCommand,
  type CreatePolicyCommandInput,
  DeletePolicyCommand,
  DetachPolicyCommand,
  ListPoliciesForTargetCommand,
  ListRootsCommand,
  ListTargetsForPolicyCommand,
  OrganizationsClient,
  UpdatePolicyCommand,
} from '@aws-sdk/client-organizations';
import { awsClientConfig } from '../../local/aws-client-config';
import { useCloud } from './cloud-under-test';

const local = useCloud();
let client: OrganizationsClient;
let unit = '';
beforeAll(async () => {
  client = new OrganizationsClient(awsClientConfig(local.cloud));
  const { Roots } = await client.send(new ListRootsCommand());
  const made = new CreateOrganizationalUnitCommand({ ParentId: Roots?.[0]?.Id, Name: 'Workloads' });
  unit = (await client.send(made)).OrganizationalUnit?.Id ?? '';
});

/** A policy document of so many characters. */
const ofLength = (length: number) => JSON.stringify({ Sid: 'x'.repeat(length - '{"Sid":""}'.length) });
const create = async (more: Partial<CreatePolicyCommandInput> & { Name: string }): Promise<string> => {
  const input = { Type: 'SERVICE_CONTROL_POLICY', Content: ofLength(20), Description: '', ...more } as const;
  return (await client.send(new CreatePolicyCommand(input))).Policy?.PolicySummary?.Id ?? '';
};

test('a policy is attached, found from both ends, and detached', async () => {
  const PolicyId = await create({ Name: 'both-ends' });
  const attachment = { PolicyId, TargetId: unit };
  await client.send(new AttachPolicyCommand(attachment));
  const { Targets } = await client.send(new ListTargetsForPolicyCommand({ PolicyId }));
  expect(Targets).toMatchObject([{ TargetId: unit, Name: 'Workloads', Type: 'ORGANIZATIONAL_UNIT' }]);
  const filter = { TargetId: unit, Filter: 'SERVICE_CONTROL_POLICY' } as const;
  const { Policies } = await client.send(new ListPoliciesForTargetCommand(filter));
  expect(Policies?.map(({ Id }) => Id)).toContain(PolicyId);
  await expect(client.send(new AttachPolicyCommand(attachment))).rejects.toMatchObject({
    name: 'DuplicatePolicyAttachmentException',
  });
  await client.send(new DetachPolicyCommand(attachment));
  await expect(client.send(new DetachPolicyCommand(attachment))).rejects.toMatchObject({
    name: 'PolicyNotAttachedException',
  });
  await client.send(new DeletePolicyCommand({ PolicyId }));
});

test('ten service control policies hang on one target, and no more', async () => {
  const listed = new ListPoliciesForTargetCommand({ TargetId: unit, Filter: 'SERVICE_CONTROL_POLICY' });
  const free = 10 - ((await client.send(listed)).Policies?.length ?? 0);
  const ids: string[] = [];
  for (let index = 0; index <= free; index += 1) ids.push(await create({ Name: `many-${index}` }));
  for (const PolicyId of ids.slice(0, -1))
    await client.send(new AttachPolicyCommand({ PolicyId, TargetId: unit }));
  const more = client.send(new AttachPolicyCommand({ PolicyId: ids.at(-1), TargetId: unit }));
  await expect(more).rejects.toMatchObject({ name: 'ConstraintViolationException' });
});

test.each([
  ['SERVICE_CONTROL_POLICY', 10_240],
  ['TAG_POLICY', 10_000],
] as const)('a %s has at most %s characters', async (Type, characters) => {
  const PolicyId = await create({ Name: `largest ${Type}`, Type, Content: ofLength(characters) });
  const larger = client.send(new UpdatePolicyCommand({ PolicyId, Content: ofLength(characters + 1) }));
  await expect(larger).rejects.toMatchObject({ name: 'ConstraintViolationException' });
});

test.each([
  ['a document that is no JSON', { Content: '{' }, 'MalformedPolicyDocumentException'],
  ['a document that is a list', { Content: '[]' }, 'MalformedPolicyDocumentException'],
  ['no document', { Content: '' }, 'InvalidInputException'],
  ['a kind that there is not', { Type: 'ROOT_POLICY' as never }, 'InvalidInputException'],
  ['a description of 513 characters', { Description: 'x'.repeat(513) }, 'InvalidInputException'],
])('fails with %s', async (_, wrong, name) => {
  await expect(create({ Name: 'wrong', ...wrong })).rejects.toMatchObject({ name });
});

test('fails to give a policy the name of another', async () => {
  await create({ Name: 'taken' });
  const PolicyId = await create({ Name: 'free' });
  await client.send(new UpdatePolicyCommand({ PolicyId, Name: 'free', Description: 'As before' }));
  const renamed = client.send(new UpdatePolicyCommand({ PolicyId, Name: 'taken' }));
  await expect(renamed).rejects.toMatchObject({ name: 'DuplicatePolicyException' });
});

test('fails to attach a policy of a kind that is not enabled, or one that is not there', async () => {
  const PolicyId = await create({ Name: 'resources', Type: 'RESOURCE_CONTROL_POLICY' });
  const disabled = client.send(new AttachPolicyCommand({ PolicyId, TargetId: unit }));
  await expect(disabled).rejects.toMatchObject({ name: 'PolicyTypeNotEnabledException' });
  const unknown = client.send(new AttachPolicyCommand({ PolicyId: 'p-00000000', TargetId: unit }));
  await expect(unknown).rejects.toMatchObject({ name: 'PolicyNotFoundException' });
});
