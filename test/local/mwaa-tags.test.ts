import { boto3, boto3Call } from './boto3';
import { useCloud } from './cloud-under-test';
import { createdEnvironment, environmentInput, getEnvironment, mwaaSurroundings } from './mwaa-fixture';

const local = useCloud();
const ResourceArn = 'arn:aws:airflow:eu-west-1:123456789012:environment/tagged';
beforeAll(async () => {
  const made = await mwaaSurroundings(local);
  await createdEnvironment(local, environmentInput(made, 'tagged', { Tags: { a: '1', b: '2', 'c:é': '3' } }));
}, 30_000);

test('tags are added, overwritten and removed', async () => {
  const [, , listed] = await boto3(local, 'mwaa', [
    ['tag_resource', { ResourceArn, Tags: { a: 'x', d: '4' } }],
    ['untag_resource', { ResourceArn, tagKeys: ['b', 'c:é', 'nobodys'] }],
    ['list_tags_for_resource', { ResourceArn }],
  ]);
  expect(listed?.output).toEqual({ Tags: { a: 'x', d: '4' } });
  expect(await getEnvironment(local, 'tagged')).toMatchObject({ Tags: { a: 'x', d: '4' } });
});

test('fails on a 51st tag', async () => {
  const Tags = Object.fromEntries(Array.from({ length: 49 }, (_, n) => [`k${n}`, 'v']));
  const called = await boto3Call(local, 'mwaa', 'tag_resource', { ResourceArn, Tags });
  expect(called).toMatchObject({
    code: 'ValidationException',
    message: 'A resource can have at most 50 tags',
  });
});

test.each([
  ['without tags', 'tag_resource', { ResourceArn }, 'ValidationException'],
  ['with a key that is none', 'tag_resource', { ResourceArn, Tags: { 'a;b': '1' } }, 'ValidationException'],
  ['of an ARN that is none', 'list_tags_for_resource', { ResourceArn: 'tagged' }, 'ValidationException'],
  [
    'of nobody’s environment',
    'list_tags_for_resource',
    { ResourceArn: ResourceArn.replace('tagged', 'nobodys') },
    'ResourceNotFoundException',
  ],
  [
    'of another account’s environment',
    'list_tags_for_resource',
    { ResourceArn: ResourceArn.replace('123456789012', '999988887777') },
    'ResourceNotFoundException',
  ],
])('fails on tags %s', async (_, method, input, code) => {
  expect(await boto3Call(local, 'mwaa', method, input)).toMatchObject({ code });
});
