import { summary } from '../../cli/demo/summary';
import { EMPTY_PLATFORM } from './demo/empty-platform';

const deployed = {
  accountId: '111122223333',
  accountName: 'data-one',
  unit: 'workloads',
  vpcId: 'vpc-1',
  vpcCidr: '10.1.0.0/16',
  subnets: [],
  natGateways: 1,
  platform: EMPTY_PLATFORM,
};

test('the summary shows a VPN only when there is one', () => {
  expect(summary({ stage: 'one', deployed, steps: [], seconds: 0 })).not.toContain('VPN');
  const withVpn = { ...deployed, vpn: ['endpoint  cvpn-endpoint-1', 'route  10.1.0.0/16'] };
  expect(summary({ stage: 'one', deployed: withVpn, steps: [], seconds: 0 })).toMatch(
    /VPN +endpoint {2}cvpn-endpoint-1\n +route {2}10\.1\.0\.0\/16\n/,
  );
});

test('the summary names what to deploy next, in the order in which it works', () => {
  const text = summary({ stage: 'one', deployed, steps: [], seconds: 0 });
  expect(text.match(/cdktf (?:deploy|diff) \S+/g)).toEqual([
    'cdktf deploy organization',
    'cdktf deploy identity',
    'cdktf deploy one-account',
    'cdktf deploy one',
    'cdktf diff one',
  ]);
  expect(text).toMatch(/managementAccountId in environments\/organization\.yaml: README/);
});
