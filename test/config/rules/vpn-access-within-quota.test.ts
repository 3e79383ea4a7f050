import { vpnProblems } from '../vpn-stage';

const groups = (count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `g${index}: [emr]`).join(', ')} }`;

describe('the groups of a VPN', () => {
  it('may take all rules of an endpoint: one per subnet, and one for DNS', () => {
    expect(vpnProblems({ access: groups(66) })).toEqual([]);
  });

  it('fail when there are more', () => {
    expect(vpnProblems({ access: groups(67) })).toEqual([
      "environments/two.yaml:12:3  vpn.access: 67 groups are more than the 66 for which AWS's 200 authorization rules of an endpoint suffice in 2 zones; put groups together in IAM Identity Center",
    ]);
  });
});
