import { CORRECT, problemsWith, stageFile } from '../environment-folder';
import { vpnProblems } from '../vpn-stage';

describe('the place of a VPC in the address space', () => {
  it.each(['10.2.0.0/16', '172.16.0.0/16', '172.31.0.0/16', '192.168.0.0/16', '100.64.0.0/16'])(
    'may be %s',
    (cidr) => {
      expect(problemsWith({ 'two.yaml': stageFile('two', cidr) })).toEqual([]);
    },
  );

  it.each(['11.0.0.0/16', '172.32.0.0/16', '192.169.0.0/16', '100.128.0.0/16', '169.254.0.0/16'])(
    'fails for %s, which is not private',
    (cidr) => {
      expect(problemsWith({ 'two.yaml': stageFile('two', cidr) })).toEqual([
        `environments/two.yaml:7:9  network.cidr: expected a range inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, found ${cidr}; use a free block such as 10.2.0.0/16`,
      ]);
    },
  );

  it("fails for Docker's range, which AWS services use themselves", () => {
    expect(problemsWith({ 'two.yaml': stageFile('two', '172.17.64.0/18') })).toEqual([
      expect.stringContaining('172.17.64.0/18 overlaps 172.17.0.0/16, which AWS services use themselves'),
    ]);
  });

  it('fails for VPN clients with public addresses, which nobody else could be reached at', () => {
    expect(vpnProblems({ clientCidr: '11.0.0.0/22' })).toEqual([
      expect.stringMatching(/vpn\.clientCidr: expected a range inside 10\.0\.0\.0\/8.*found 11\.0\.0\.0\/22/),
    ]);
  });

  it('fails for a pool that is not private, since no suggestion from it could be used', () => {
    const organization =
      CORRECT['organization.yaml']?.replace('network:', 'network:\n  pool: 11.0.0.0/8') ?? '';
    expect(problemsWith({ 'organization.yaml': organization })).toEqual([
      expect.stringContaining(
        'environments/organization.yaml:5:9  network.pool: expected a range inside 10.0.0.0/8',
      ),
    ]);
  });
});
