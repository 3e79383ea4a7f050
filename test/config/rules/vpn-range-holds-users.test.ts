import { vpnProblems } from '../vpn-stage';

describe('the addresses of a VPN', () => {
  it('may be exactly twice its users', () => {
    expect(vpnProblems({ maxUsers: '512' })).toEqual([]);
  });

  it('fails for one user more, with a range that is large enough', () => {
    expect(vpnProblems({ maxUsers: '513' })).toEqual([
      'environments/two.yaml:9:15  vpn.clientCidr: 10.250.0.0/22 has 1,024 addresses, and 513 users need 1,026, since AWS cannot give out half of them; use a free block such as 10.3.0.0/21, or lower vpn.maxUsers',
    ]);
  });
});
