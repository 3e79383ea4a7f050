import {
  DeleteResourcePolicyCommand,
  DescribeResourcePolicyCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
  OrganizationsClient,
  PutResourcePolicyCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-organizations';
import { awsClientConfig } from '../../local/aws-client-config';
import { useCloud } from './cloud-under-test';

const local = useCloud();
const client = () => new OrganizationsClient(awsClientConfig(local.cloud));

test('the policy is put, changed under the same id, and deleted', async () => {
  const put = async (Content: string) =>
    (await client().send(new PutResourcePolicyCommand({ Content }))).ResourcePolicy;
  const first = await put('{"Version":"2012-10-17"}');
  const second = await put('{"Version":"2008-10-17"}');
  expect(second?.ResourcePolicySummary).toEqual(first?.ResourcePolicySummary);
  expect(first?.ResourcePolicySummary?.Arn).toMatch(
    /^arn:aws:organizations::123456789012:resourcepolicy\/o-\w+\/rp-\w+$/,
  );
  expect((await client().send(new DescribeResourcePolicyCommand())).ResourcePolicy).toEqual(second);
  await client().send(new DeleteResourcePolicyCommand());
  await expect(client().send(new DescribeResourcePolicyCommand())).rejects.toMatchObject({
    name: 'ResourcePolicyNotFoundException',
  });
});

test('it has tags of its own beside those of others', async () => {
  const { ResourcePolicy } = await client().send(
    new PutResourcePolicyCommand({ Content: '{}', Tags: [{ Key: 'a', Value: '1' }] }),
  );
  const { Roots } = await client().send(new ListRootsCommand());
  for (const ResourceId of [ResourcePolicy?.ResourcePolicySummary?.Id, Roots?.[0]?.Id]) {
    await client().send(new TagResourceCommand({ ResourceId, Tags: [{ Key: 'b', Value: '2' }] }));
    await client().send(new UntagResourceCommand({ ResourceId, TagKeys: ['a'] }));
    const { Tags } = await client().send(new ListTagsForResourceCommand({ ResourceId }));
    expect(Tags).toEqual([{ Key: 'b', Value: '2' }]);
  }
});

test.each([
  ['no JSON', 'Version: 2012-10-17'],
  ['more than 40,000 characters', JSON.stringify({ Sid: 'x'.repeat(40_000) })],
])('fails with a policy of %s', async (_, Content) => {
  await expect(client().send(new PutResourcePolicyCommand({ Content }))).rejects.toMatchObject({
    name: 'InvalidInputException',
  });
});
