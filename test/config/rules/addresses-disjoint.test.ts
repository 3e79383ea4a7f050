import { CORRECT, problemsWith, stageFile } from '../environment-folder';
import { vpnProblems } from '../vpn-stage';

describe('address ranges', () => {
  it('may be neighbours', () => {
    const files = {
      'one.yaml': stageFile('one', '10.1.0.0/17'),
      'two.yaml': stageFile('two', '10.1.128.0/17'),
    };
    expect(problemsWith(files)).toEqual([]);
  });

  it('fails for a VPC in another VPC, with a free block that avoids all others', () => {
    expect(problemsWith({ 'two.yaml': stageFile('two', '10.1.128.0/17') })).toEqual([
      'environments/two.yaml:7:9  network.cidr: 10.1.128.0/17 overlaps one (environments/one.yaml:7:9); use a free block such as 10.2.0.0/17',
    ]);
  });

  it('fails for a VPC in a reserved range, which it calls by its name', () => {
    expect(problemsWith({ 'two.yaml': stageFile('two', '10.0.32.0/20') })).toEqual([
      'environments/two.yaml:7:9  network.cidr: 10.0.32.0/20 overlaps the reserved range "head office" (environments/organization.yaml:6:34); use a free block such as 10.2.0.0/20',
    ]);
  });

  it('fails for two reserved ranges', () => {
    const organization = `${CORRECT['organization.yaml']}    - { name: shop, cidr: 10.0.1.0/24 }\n`;
    expect(problemsWith({ 'organization.yaml': organization })).toEqual([
      'environments/organization.yaml:7:27  network.reserved[1].cidr: 10.0.1.0/24 overlaps the reserved range "head office" (environments/organization.yaml:6:34); merge the two or correct one',
    ]);
  });

  it('fails once for each pair, and suggests another block for each stage', () => {
    const problems = problemsWith({
      'three.yaml': stageFile('three', '10.1.0.0/16'),
      'two.yaml': stageFile('two', '10.1.0.0/16'),
    });
    expect(problems).toEqual([
      expect.stringMatching(/^environments\/three.*overlaps one .*such as 10\.2\.0\.0\/16$/),
      expect.stringMatching(/^environments\/two.*overlaps one .*such as 10\.3\.0\.0\/16$/),
      expect.stringMatching(/^environments\/two.*overlaps three .*such as 10\.3\.0\.0\/16$/),
    ]);
  });

  it('fails without a suggestion when the pool is full', () => {
    const organization =
      CORRECT['organization.yaml']?.replace('network:', 'network:\n  pool: 10.1.0.0/16') ?? '';
    const files = { 'organization.yaml': organization, 'two.yaml': stageFile('two', '10.1.0.0/16') };
    expect(problemsWith(files)).toEqual([
      expect.stringMatching(
        /; no \/16 is free in 10\.1\.0\.0\/16; widen network\.pool in organization\.yaml/,
      ),
    ]);
  });

  it('fails only for what can be read when one range is malformed', () => {
    const problems = problemsWith({
      'three.yaml': stageFile('three', '10.1.0.1/16'),
      'two.yaml': stageFile('two', '10.1.0.0/16'),
    });
    expect(problems).toEqual([
      expect.stringContaining('environments/three.yaml:7:9  network.cidr: expected an IPv4 range'),
      expect.stringContaining('environments/two.yaml:7:9  network.cidr: 10.1.0.0/16 overlaps one'),
    ]);
  });
});

describe('ranges of VPN clients', () => {
  it.each([
    ['its own VPC', '10.2.252.0/22', 'two (environments/two.yaml:7:9)'],
    ['another VPC', '10.1.252.0/22', 'one (environments/one.yaml:7:9)'],
    [
      'a reserved range',
      '10.0.0.0/22',
      'the reserved range "head office" (environments/organization.yaml:6:34)',
    ],
  ])('fail in %s, with a block that is free', (_, clientCidr, other) => {
    expect(vpnProblems({ clientCidr })).toEqual([
      `environments/two.yaml:9:15  vpn.clientCidr: ${clientCidr} overlaps ${other}; use a free block such as 10.3.0.0/22`,
    ]);
  });

  it('fail in the range of another VPN', () => {
    const vpn =
      'vpn: { clientCidr: 10.250.0.0/22, access: { devs: [emr] }, serverCertificate: { domain: vpn.acme.io, hostedZoneId: Z1 } }';
    const problems = problemsWith({
      'one.yaml': stageFile('one', '10.1.0.0/16', vpn),
      'two.yaml': stageFile('two', '10.2.0.0/16', vpn),
    });
    expect(problems).toEqual([
      'environments/two.yaml:8:20  vpn.clientCidr: 10.250.0.0/22 overlaps the VPN of one (environments/one.yaml:8:20); use a free block such as 10.3.0.0/22',
    ]);
  });
});
