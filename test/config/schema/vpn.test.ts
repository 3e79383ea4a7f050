import { vpnProblems } from '../vpn-stage';

describe('sessions of a VPN', () => {
  it.each(['8', '10', '12'])('may last %s hours', (sessionHours) => {
    expect(vpnProblems({ sessionHours })).toEqual([]);
  });

  it('fail when they outlast a working day, though AWS would take them', () => {
    expect(vpnProblems({ sessionHours: '24' })).toEqual([
      'environments/two.yaml:13:17  vpn.sessionHours: expected at most 12 hours (8, 10 or 12: leaving a group ends no session, so none may outlast a working day), found 24; write 12',
    ]);
  });
});
