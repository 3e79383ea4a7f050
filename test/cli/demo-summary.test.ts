import { summary } from '../../cli/demo/summary';

test('the summary names what to deploy next, in the order in which it works', () => {
  const deployed = {
    accountId: '111122223333',
    accountName: 'data-one',
    unit: 'workloads',
    vpcId: 'vpc-1',
    vpcCidr: '10.1.0.0/16',
    subnets: [],
    natGateways: 1,
    platform: { buckets: [], tables: [], workGroups: [], clusters: [], stepRoles: [] },
  };
  const text = summary({ stage: 'one', deployed, steps: [] });
  expect(text.match(/cdktf (?:deploy|diff) \S+/g)).toEqual([
    'cdktf deploy organization',
    'cdktf deploy identity',
    'cdktf deploy one-account',
    'cdktf deploy one',
    'cdktf diff one',
  ]);
  expect(text).toMatch(/managementAccountId in environments\/organization\.yaml: README/);
});
