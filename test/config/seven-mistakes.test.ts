import { problemsWith } from './environment-folder';

/** Three files with an unknown key, overlapping CIDRs, a small VPC, a repeated e-mail, an unknown unit, a wrong type and a syntax error. */
const MISTAKES = {
  'one.yaml': `stage: one
account:
  name: data-one
  email: aws+data@acme.io
  unit: workloads/non-production
network:
  cidr: 10.20.0.0/16
`,
  'two.yaml': `stage: two
account:
  name: data-two
  email: AWS+Data@acme.io
  unit: workloads/non-prod
network:
  cidr: 10.20.64.0/24
  natGateway: single
`,
  'three.yaml': `stage: three
account:
  name: data-three
  email: aws+three@acme.io
  unit: workloads/production
network:
  zones: two
  cidr: 10.20.128.0/20
  endpoints: { interface: [mwaa, emr }
disposable: yes
`,
};

describe('a folder with seven different mistakes in three files', () => {
  const problems = problemsWith(MISTAKES);

  it.each([
    [
      'the unknown key',
      'environments/two.yaml:8:3  network.natGateway: unknown key "natGateway"; write natGateways',
    ],
    [
      'the overlap with a file that can be read',
      'environments/two.yaml:7:9  network.cidr: 10.20.64.0/24 overlaps one (environments/one.yaml:7:9); use a free block such as 10.1.16.0/22',
    ],
    [
      'the overlap with the file that has the syntax error',
      'environments/three.yaml:8:9  network.cidr: 10.20.128.0/20 overlaps one (environments/one.yaml:7:9); use a free block such as 10.1.0.0/20',
    ],
    [
      'the VPC that is too small for its subnets',
      "environments/two.yaml:7:9  network.cidr: expected a range of /16 to /22, found 10.20.64.0/24: it would be cut into private subnets of /27 and public ones of /30, and AWS's smallest subnet is /28; use a free block such as 10.1.16.0/22",
    ],
    [
      'the e-mail that differs only in case',
      'environments/two.yaml:4:10  account.email: "AWS+Data@acme.io" is used by one (environments/one.yaml:4:10) already; each account needs its own address, in which upper and lower case are the same; add +<stage> before the @',
    ],
    [
      'the unknown unit',
      'environments/two.yaml:5:9  account.unit: expected a unit of environments/organization.yaml, found "workloads/non-prod"; write workloads/non-production, or add it to units there',
    ],
    [
      'the wrong type in the file with the syntax error',
      'environments/three.yaml:7:10  network.zones: expected 2 or 3, found "two" (text); write a number, such as 2',
    ],
    [
      'the syntax error',
      'environments/three.yaml:9:27  not valid YAML: [ is not closed; close it with ]; the lines after it are not checked yet',
    ],
  ])('names %s', (_, line) => {
    expect(problems).toContainEqual(line);
  });

  it('names nothing else', () => {
    expect(problems).toHaveLength(8);
  });
});
