import { problemsOfStage } from '../lake-stage';

const problemsWithAirflow = (access: string) =>
  problemsOfStage(
    'vpn:',
    '  clientCidr: 10.250.0.0/22',
    '  serverCertificate: { domain: vpn.acme.io, hostedZoneId: Z0123456789ABC }',
    '  access: { ops: [airflow] }',
    'airflow:',
    `  main: { version: 2.11.2, webServerAccess: ${access} }`,
  );

describe('the way to Airflow through the VPN', () => {
  it('leads to a private web server', () => {
    expect(problemsWithAirflow('PRIVATE_ONLY')).toEqual([]);
  });

  it('fails where all web servers are on the internet', () => {
    expect(problemsWithAirflow('PUBLIC_ONLY')).toEqual([
      'environments/two.yaml:11:19  vpn.access.ops[0]: no Airflow environment of the stage has a private web server; write webServerAccess: PRIVATE_ONLY there, or take airflow out: a public one needs no VPN',
    ]);
  });
});
