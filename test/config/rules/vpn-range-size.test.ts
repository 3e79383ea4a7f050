import { vpnProblems } from '../vpn-stage';

describe('the size of a VPN range', () => {
  it.each(['10.252.0.0/22', '10.240.0.0/12'])('may be that of %s', (clientCidr) => {
    expect(vpnProblems({ clientCidr })).toEqual([]);
  });

  it('fails below what AWS takes, with a block that is free', () => {
    expect(vpnProblems({ clientCidr: '10.250.0.0/23', maxUsers: '5' })).toEqual([
      'environments/two.yaml:9:15  vpn.clientCidr: expected a range of /12 to /22, found 10.250.0.0/23; use a free block such as 10.3.0.0/22',
    ]);
  });

  it('fails above what AWS takes', () => {
    expect(vpnProblems({ clientCidr: '100.0.0.0/8' })).toContainEqual(
      expect.stringMatching(
        /: expected a range of \/12 to \/22, found 100\.0\.0\.0\/8; use a free block such as 10\.16\.0\.0\/12$/,
      ),
    );
  });

  it('fails with bits behind the prefix, which AWS would cut off', () => {
    expect(vpnProblems({ clientCidr: '10.250.0.1/22' })).toEqual([
      expect.stringMatching(/vpn\.clientCidr: expected an IPv4 range .*the range is 10\.250\.0\.0\/22/),
    ]);
  });
});
