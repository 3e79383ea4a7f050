import { CORRECT, problemsWith, stageFile } from '../environment-folder';

const two = stageFile('two', '10.2.0.0/16');

/** A stage with a VPN that has nothing wrong but these settings. */
const vpn = (settings: string) =>
  `${two}vpn: { clientCidr: 10.250.0.0/22, serverCertificate: { domain: vpn.acme.io, hostedZoneId: Z1 }, ${settings} }\n`;

/** Each place where a file can say any text, with that text being code for Terraform. */
const places: Readonly<Record<string, Record<string, string>>> = {
  'the name of a unit': {
    'organization.yaml': `${CORRECT['organization.yaml']}`.replace(
      /units:.*/,
      "units: ['x${1+1}', workloads/non-production]",
    ),
  },
  'the name of an account': { 'two.yaml': two.replace(/name: .*/, "name: 'data-${1+1}'") },
  'a directive in the name of an account': {
    'two.yaml': two.replace(/name: .*/, "name: 'data-%{if true}x%{endif}'"),
  },
  'an escaped one': { 'two.yaml': two.replace(/name: .*/, "name: 'data-$${1+1}'") },
  'an e-mail address': { 'two.yaml': two.replace(/email: .*/, "email: 'a${x}@acme.io'") },
  'the value of a tag': { 'two.yaml': `${two}tags: { Owner: '\${1+1}' }\n` },
  'the key of a tag': { 'two.yaml': `${two}tags: { '\${1+1}': x }\n` },
  'an address that is told of alarms': {
    'two.yaml': `${two}monitoring: { subscribers: ['a\${x}@acme.io'] }\n`,
  },
  'the deploy role': { 'two.yaml': two.replace('  unit:', "  deployRole: '${1+1}'\n  unit:") },
  'a group of the VPN': { 'two.yaml': vpn("access: { '${1+1}': [emr] }") },
  'the banner of the VPN, behind its first line': {
    'two.yaml': vpn('access: { devs: [emr] }, banner: "a\\n${1+1}"'),
  },
  ...Object.fromEntries(
    [
      "github: { repository: 'acme/${1+1}' }",
      "github: { repository: acme/platform, branch: 'a${1+1}' }",
      'github: { repository: acme/platform, environments: ["a\\n${1+1}"] }',
      "oidc: { issuer: 'https://a.io/${1+1}', audience: a, planSubjects: [a], applySubjects: [b] }",
      "oidc: { issuer: 'https://a.io', audience: 'a${1+1}', planSubjects: [a], applySubjects: [b] }",
      'oidc: { issuer: https://a.io, audience: a, planSubjects: ["a\\n${1+1}"], applySubjects: [b] }',
    ].map((ci) => [ci, { 'organization.yaml': `${CORRECT['organization.yaml']}ci: { ${ci} }\n` }]),
  ),
  'the key of the state': {
    'organization.yaml': `${CORRECT['organization.yaml']}state: { backend: s3, bucket: acme-state, kmsKeyId: '\${1+1}' }\n`,
  },
};

// A pull request that only touches data must not be able to run anything.
describe('text that Terraform would read as code', () => {
  it('is all that is wrong with the VPN below', () => {
    expect(problemsWith({ 'two.yaml': vpn('access: { devs: [emr] }, banner: "a\\nb"') })).toEqual([]);
  });

  it.each(Object.entries(places))('fails in %s', (_, files) => {
    expect(problemsWith(files)).not.toEqual([]);
  });
});
