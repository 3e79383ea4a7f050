import {
  DescribeOrganizationCommand,
  ListRootsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { GetBucketLocationCommand, GetBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { IdentitystoreClient, ListGroupsCommand } from '@aws-sdk/client-identitystore';
import { ListInstancesCommand, SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { awsClientConfig } from '../../local/aws-client-config';
import { useCloud } from './cloud-under-test';

const local = useCloud({
  seed: { groups: ['Data Engineers', 'Analysts'], stateBuckets: [{ name: 'state-eu', region: 'eu-central-1' }, { name: 'state-us', region: 'us-east-1' }] }, // prettier-ignore
});

test('a new cloud has an organization with all features, run by the management account', async () => {
  const { Organization } = await new OrganizationsClient(awsClientConfig(local.cloud)).send(
    new DescribeOrganizationCommand(),
  );
  expect(Organization).toMatchObject({ FeatureSet: 'ALL', MasterAccountId: '123456789012' });
});

test('service control policies and tag policies are enabled', async () => {
  const { Roots } = await new OrganizationsClient(awsClientConfig(local.cloud)).send(new ListRootsCommand());
  expect(Roots?.[0]?.PolicyTypes).toEqual([
    { Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' },
    { Type: 'TAG_POLICY', Status: 'ENABLED' },
  ]);
});

test('Identity Center has one instance with an identity store', async () => {
  const { Instances } = await new SSOAdminClient(awsClientConfig(local.cloud)).send(
    new ListInstancesCommand(),
  );
  expect(Instances).toHaveLength(1);
  expect(Instances?.[0]?.IdentityStoreId).toMatch(/^d-/);
});

test('the identity store has the groups that were asked for', async () => {
  const config = awsClientConfig(local.cloud);
  const { Instances } = await new SSOAdminClient(config).send(new ListInstancesCommand());
  const { Groups } = await new IdentitystoreClient(config).send(
    new ListGroupsCommand({ IdentityStoreId: Instances?.[0]?.IdentityStoreId }),
  );
  expect(Groups?.map(({ DisplayName }) => DisplayName)).toEqual(['Data Engineers', 'Analysts']);
});

test.each([
  ['state-eu', 'eu-central-1', 'eu-central-1'],
  // S3 reports its first region as none.
  ['state-us', 'us-east-1', undefined],
])('state bucket %s exists in %s, versioned', async (Bucket, region, location) => {
  const s3 = new S3Client(awsClientConfig(local.cloud, region));
  expect((await s3.send(new GetBucketLocationCommand({ Bucket }))).LocationConstraint).toBe(location);
  expect(await s3.send(new GetBucketVersioningCommand({ Bucket }))).toMatchObject({ Status: 'Enabled' });
});
