import { vpnProblems } from '../vpn-stage';

describe('the associations of a VPN', () => {
  it('may be as many as there are zones', () => {
    expect(vpnProblems({ associations: '2' })).toEqual([]);
  });

  it('fail when there are more', () => {
    expect(vpnProblems({ associations: '3' })).toEqual([
      'environments/two.yaml:13:17  vpn.associations: 3 associations need as many zones, one subnet in each, and network.zones is 2; write associations: 2',
    ]);
  });
});
