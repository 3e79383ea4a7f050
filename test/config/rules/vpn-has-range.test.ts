import { CORRECT, problemsWith, stageFile } from '../environment-folder';
import { vpnProblems } from '../vpn-stage';

describe('a stage that speaks of a VPN', () => {
  it('may leave everything but its range to defaults.yaml', () => {
    const problems = problemsWith({
      'defaults.yaml': `${CORRECT['defaults.yaml']}vpn: { access: { devs: [emr] }, serverCertificate: { domain: vpn.acme.io, hostedZoneId: Z1 } }\n`,
      'two.yaml': stageFile('two', '10.2.0.0/16', 'vpn: { clientCidr: 10.250.0.0/22 }'),
    });
    expect(problems).toEqual([]);
  });

  it('fails without a range, which would leave it without a VPN', () => {
    expect(vpnProblems({ clientCidr: null })).toEqual([
      'environments/two.yaml:8:1  vpn: without clientCidr the stage has no VPN, and the section has no effect; use a free block such as 10.3.0.0/22, or remove the section',
    ]);
  });

  it('fails for a range in defaults.yaml: each VPN has its own', () => {
    expect(
      problemsWith({ 'defaults.yaml': `${CORRECT['defaults.yaml']}vpn: { clientCidr: 10.250.0.0/22 }\n` }),
    ).toEqual([
      expect.stringMatching(/^environments\/defaults\.yaml:2:8 {2}vpn\.clientCidr: each stage has its own/),
    ]);
  });
});
