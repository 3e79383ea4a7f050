import { vpnProblems } from '../vpn-stage';

const clientCidr = '10.128.0.0/12';

describe('the users of a VPN', () => {
  it('may be as many as AWS lets through', () => {
    expect(vpnProblems({ clientCidr, maxUsers: '7000' })).toEqual([]);
    expect(vpnProblems({ clientCidr, maxUsers: '36500', associations: '2' })).toEqual([]);
  });

  it('fail when one association is too little for them', () => {
    expect(vpnProblems({ clientCidr, maxUsers: '7001' })).toEqual([
      'environments/two.yaml:13:13  vpn.maxUsers: 7001 users are more than the 7000 connections of 1 association; write associations: 2',
    ]);
  });

  it('fail when no number of associations suffices', () => {
    expect(vpnProblems({ clientCidr, maxUsers: '70000', associations: '2' })).toEqual([
      expect.stringMatching(/the 36500 connections of 2 associations; lower vpn\.maxUsers$/),
    ]);
  });
});
