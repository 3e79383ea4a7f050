import { EnableAWSServiceAccessCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { awsClientConfig } from '../../local/aws-client-config';
import { boto3, boto3Call } from './boto3';
import { useCloud } from './cloud-under-test';

const local = useCloud();
beforeAll(async () => {
  await new S3Client(awsClientConfig(local.cloud)).send(new CreateBucketCommand({ Bucket: 'trails' }));
});
const call = (method: string, input: object) => boto3Call(local, 'cloudtrail', method, input);
const trail = (Name: string, more: object = {}) => ({ Name, S3BucketName: 'trails', ...more });
const arnOf = (name: string) => `arn:aws:cloudtrail:eu-west-1:123456789012:trail/${name}`;

test('a trail named by its ARN starts, stops and is deleted', async () => {
  const Name = arnOf('by-arn');
  const [, , started, , stopped, , gone] = await boto3(local, 'cloudtrail', [
    ['create_trail', trail('by-arn')],
    ['start_logging', { Name }],
    ['get_trail_status', { Name }],
    ['stop_logging', { Name }],
    ['get_trail_status', { Name }],
    ['delete_trail', { Name }],
    ['get_trail', { Name }],
  ]);
  expect([started?.output?.IsLogging, stopped?.output?.IsLogging]).toEqual([true, false]);
  expect(gone).toMatchObject({ code: 'TrailNotFoundException' });
});

test('a trail tells of its selectors, and the last ones put are the ones it has', async () => {
  const TrailName = arnOf('selectors');
  const events = [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true, DataResources: [] }];
  const advanced = [{ Name: 'all', FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }];
  const insights = (...kinds: string[]) => ({
    TrailName,
    InsightSelectors: kinds.map((InsightType) => ({ InsightType })),
  });
  const [, initial, none, , , , first, , , changed, described, kinds] = await boto3(local, 'cloudtrail', [
    ['create_trail', trail('selectors')],
    ['get_event_selectors', { TrailName }],
    ['get_insight_selectors', { TrailName }],
    ['put_event_selectors', { TrailName, EventSelectors: events }],
    ['put_insight_selectors', insights('ApiCallRateInsight', 'ApiErrorRateInsight')],
    ['put_insight_selectors', insights('ApiCallRateInsight')],
    ['get_event_selectors', { TrailName }],
    ['get_trail', { Name: TrailName }],
    ['put_event_selectors', { TrailName, AdvancedEventSelectors: advanced }],
    ['get_event_selectors', { TrailName }],
    ['describe_trails', { trailNameList: [TrailName] }],
    ['get_insight_selectors', { TrailName }],
  ]);
  expect(initial?.output?.EventSelectors).toMatchObject([
    { ReadWriteType: 'All', IncludeManagementEvents: true },
  ]);
  expect(none).toMatchObject({ code: 'InsightNotEnabledException' });
  expect(first?.output).toEqual({ TrailARN: TrailName, EventSelectors: events });
  expect(changed?.output).toEqual({ TrailARN: TrailName, AdvancedEventSelectors: advanced });
  expect(described?.output?.trailList).toMatchObject([
    { HasCustomEventSelectors: true, HasInsightSelectors: true },
  ]);
  expect(kinds?.output?.InsightSelectors).toEqual([{ InsightType: 'ApiCallRateInsight' }]);
});

test('an organization trail needs trusted access', async () => {
  const input = trail('organization', { IsOrganizationTrail: true, IsMultiRegionTrail: true });
  expect(await call('create_trail', input)).toMatchObject({ code: 'CloudTrailAccessNotEnabledException' });
  const ServicePrincipal = 'cloudtrail.amazonaws.com';
  await new OrganizationsClient(awsClientConfig(local.cloud)).send(
    new EnableAWSServiceAccessCommand({ ServicePrincipal }),
  );
  expect((await call('create_trail', input)).output).toMatchObject({ IsOrganizationTrail: true });
});

test.each([
  ['a second trail of the name', 'create_trail', trail('twice'), 'TrailAlreadyExistsException'],
  ['a trail that is not there', 'start_logging', { Name: arnOf('nothing') }, 'TrailNotFoundException'],
  [
    'both kinds of selectors',
    'put_event_selectors',
    { TrailName: 'twice', EventSelectors: [], AdvancedEventSelectors: [] },
    'InvalidEventSelectorsException',
  ],
  [
    'events that there are not',
    'put_event_selectors',
    { TrailName: 'twice', EventSelectors: [{ ReadWriteType: 'None' }] },
    'InvalidEventSelectorsException',
  ],
  [
    'insights that there are not',
    'put_insight_selectors',
    { TrailName: 'twice', InsightSelectors: [{ InsightType: 'Costs' }] },
    'InvalidInsightSelectorsException',
  ],
])('fails on %s', async (_, method, input, code) => {
  await call('create_trail', trail('twice'));
  expect(await call(method, input)).toMatchObject({ code });
});
