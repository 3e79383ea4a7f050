import { CORRECT, problemsWith, stageFile } from '../environment-folder';

const two = stageFile('two', '10.2.0.0/16');

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
  'the key of the state': {
    'organization.yaml': `${CORRECT['organization.yaml']}state: { backend: s3, bucket: acme-state, kmsKeyId: '\${1+1}' }\n`,
  },
};

// A pull request that only touches data must not be able to run anything.
describe('text that Terraform would read as code', () => {
  it.each(Object.entries(places))('fails in %s', (_, files) => {
    expect(problemsWith(files)).not.toEqual([]);
  });
});
