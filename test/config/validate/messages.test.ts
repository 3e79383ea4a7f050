import { CORRECT, problemsOfNetwork, problemsWith, stageFile } from '../environment-folder';

const organizationWith = (line: string) =>
  problemsWith({ 'organization.yaml': `${CORRECT['organization.yaml']}${line}\n` });
const stageWith = (line: string) =>
  problemsWith({ 'two.yaml': `${stageFile('two', '10.2.0.0/16')}${line}\n` });

describe('a value that its field refuses', () => {
  it.each([
    [
      'text for a number',
      'zones: two',
      '8:10  network.zones: expected 2 or 3, found "two" (text); write a number, such as 2',
    ],
    [
      'a number in quotes',
      "zones: '3'",
      '8:10  network.zones: expected 2 or 3, found "3" (text); write 3 without quotes',
    ],
    ['another number', 'zones: 5', '8:10  network.zones: expected 2 or 3, found 5; write 3'],
    [
      'another spelling',
      'natGateways: per-zone',
      '8:16  network.natGateways: expected one of none, single, perZone, found "per-zone"; write perZone',
    ],
    [
      'another word',
      'natGateways: many',
      '8:16  network.natGateways: expected one of none, single, perZone, found "many"',
    ],
    [
      'nothing',
      'natGateways:',
      '8:3  network.natGateways: expected one of none, single, perZone, found nothing; give it a value or remove the line',
    ],
    [
      'a map',
      'natGateways: { a: b }',
      '8:3  network.natGateways: expected one of none, single, perZone, found a map',
    ],
    [
      'text for a list',
      'endpoints: { interface: mwaa }',
      '8:27  network.endpoints.interface: expected a list: a set (mwaa, emr, queries, dags, shell) or a service such as secretsmanager, without com.amazonaws.<region>. before it, found "mwaa" (text); write [mwaa]',
    ],
    [
      'a number for a map',
      'flowLogs: 90',
      '8:13  network.flowLogs: expected a map of settings (traffic, aggregationSeconds, retentionDays), found 90 (number)',
    ],
    [
      'yes for true',
      'endpoints: { dynamodb: yes }',
      '8:26  network.endpoints.dynamodb: expected true or false, found "yes" (text); write true without quotes',
    ],
    [
      'an element of a list',
      'endpoints: { interface: [mwaa, Secrets] }',
      '8:34  network.endpoints.interface[1]: expected a set (mwaa, emr, queries, dags, shell) or a service such as secretsmanager, without com.amazonaws.<region>. before it, found "Secrets"',
    ],
  ])('fails for %s', (_, line, problem) => {
    expect(problemsOfNetwork(`  ${line}`)).toEqual([`environments/two.yaml:${problem}`]);
  });

  it('fails for a range with bits behind the prefix, and says which range was meant', () => {
    expect(problemsWith({ 'two.yaml': stageFile('two', '10.2.0.1/16') })).toEqual([
      'environments/two.yaml:7:9  network.cidr: expected an IPv4 range in CIDR form, such as 10.20.0.0/16, found "10.2.0.1/16" (bits are set behind the prefix; the range is 10.2.0.0/16)',
    ]);
  });

  it('fails for an account id without quotes, as it stands in the file', () => {
    const organization = CORRECT['organization.yaml']?.replace("'111122223333'", '012345678901') ?? '';
    expect(problemsWith({ 'organization.yaml': organization })).toEqual([
      "environments/organization.yaml:1:22  managementAccountId: expected a 12-digit AWS account id in quotes, found 012345678901 (number); write '012345678901', in quotes",
    ]);
  });

  it.each([
    ["'12345'", 'found "12345"'],
    [
      '12345',
      "found 12345 (number); write it as '012345678901': without quotes YAML reads a number and drops leading zeros",
    ],
  ])('fails for the account id %s, with advice about quotes only where there are none', (id, found) => {
    const organization = CORRECT['organization.yaml']?.replace("'111122223333'", id) ?? '';
    expect(problemsWith({ 'organization.yaml': organization })).toEqual([
      `environments/organization.yaml:1:22  managementAccountId: expected a 12-digit AWS account id in quotes, ${found}`,
    ]);
  });

  it('fails for a required key without a value, which must not be removed', () => {
    const file = stageFile('two', '10.2.0.0/16').replace(' 10.2.0.0/16', '');
    expect(problemsWith({ 'two.yaml': file })).toEqual([
      'environments/two.yaml:7:3  network.cidr: expected an IPv4 range in CIDR form, such as 10.20.0.0/16, found nothing; give it a value',
    ]);
  });

  it('fails for a region of another partition with the reason, not with the next best name', () => {
    expect(stageWith('region: cn-north-1')).toEqual([
      'environments/two.yaml:8:9  region: expected a region of the commercial AWS partition, such as eu-west-1, found "cn-north-1"; GovCloud and China have organizations of their own and are not supported',
    ]);
  });

  it('fails for a reserved key of a tag at the key', () => {
    expect(organizationWith("tags: { 'aws:team': data }")).toEqual([
      expect.stringMatching(
        /^environments\/organization\.yaml:7:9 {2}tags\["aws:team"\]: expected tags: .*, found the key "aws:team"$/,
      ),
    ]);
  });

  it.each([
    ['emr: { clusters: { Main_one: {} } }', 'emr.clusters.Main_one', 'Main_one', 'main-one'],
    ['emr: { stepRoles: { Orders: {} } }', 'emr.stepRoles.Orders', 'Orders', 'orders'],
    ['lake: { producers: { a.b: {} } }', 'lake.producers["a.b"]', 'a.b', 'a-b'],
  ])('fails for a name in another spelling, and offers it in ours: %s', (line, path, key, close) => {
    expect(stageWith(line)[0]).toBe(
      `environments/two.yaml:8:${line.indexOf(key) + 1}  ${path}: expected a name of 1 to 31 lower-case letters, digits and hyphens, beginning with a letter, found the key "${key}"; write ${close}`,
    );
  });

  it('fails for a name that has no like spelling without one', () => {
    expect(stageWith('emr: { clusters: { 1st: {} } }')[0]).toMatch(/ found the key "1st"$/);
  });

  it('fails with a short value that a terminal cannot act on', () => {
    const [problem] = stageWith(`disposable: "\\e[31m\\u202e${'x'.repeat(100)}"`);
    expect(problem).toBe(
      `environments/two.yaml:8:13  disposable: expected true or false, found "\\u001b[31m\\u202e${'x'.repeat(54)}…" (text)`,
    );
  });

  it('fails once, however many limits the value breaks', () => {
    const file = stageFile('two', '10.2.0.0/16').replace('aws+two@acme.io', 'a b');
    expect(problemsWith({ 'two.yaml': file })).toEqual([
      expect.stringContaining('4:10  account.email: expected'),
    ]);
  });
});

describe('an unknown key', () => {
  it.each([
    ['a slip', 'natGateway: none', '8:3  network.natGateway: unknown key "natGateway"; write natGateways'],
    [
      'another spelling',
      'nat_gateways: none',
      '8:3  network.nat_gateways: unknown key "nat_gateways"; write natGateways',
    ],
    [
      'a key of another map',
      'retentionDays: 90',
      '8:3  network.retentionDays: unknown key "retentionDays"; it belongs at network.flowLogs.retentionDays',
    ],
    [
      'a new word',
      'subnets: 3',
      '8:3  network.subnets: unknown key "subnets"; the keys here are cidr, zones, zoneIds, natGateways, endpoints, flowLogs',
    ],
    [
      'a merge key',
      '<<: { zones: 3 }',
      '8:3  network["<<"]: unknown key "<<"; merge keys are not read; put what stages share in defaults.yaml',
    ],
    [
      'a name of JavaScript',
      'constructor: 3',
      '8:3  network.constructor: unknown key "constructor"; the keys here are cidr, zones, zoneIds, natGateways, endpoints, flowLogs',
    ],
    [
      'another name of JavaScript',
      '__proto__: { zones: 3 }',
      '8:3  network.__proto__: this name cannot be used; choose another',
    ],
  ])('fails for %s', (_, line, problem) => {
    expect(problemsOfNetwork(`  ${line}`)).toEqual([`environments/two.yaml:${problem}`]);
  });

  it('fails for a key of organization.yaml', () => {
    expect(stageWith("managementAccountId: '111122223333'")).toEqual([
      'environments/two.yaml:8:1  managementAccountId: unknown key "managementAccountId"; it belongs in organization.yaml',
    ]);
  });

  it('fails for a key of a stage in organization.yaml', () => {
    expect(organizationWith('disposable: true')).toEqual([
      'environments/organization.yaml:7:1  disposable: unknown key "disposable"; it belongs in a stage\'s file',
    ]);
  });
});

describe('a missing key', () => {
  it('fails at the line of the map that lacks it, with what it means and takes', () => {
    const file = stageFile('two', '10.2.0.0/16').replace('  unit: workloads/non-production\n', '');
    expect(problemsWith({ 'two.yaml': file })).toEqual([
      'environments/two.yaml:2:1  account.unit: missing; add unit: organizational unit of the account: one of the paths in organization.yaml (a path of at most 5 unit names of 1 to 128 printable characters without -- or ${, separated by /)',
    ]);
  });

  it('fails at the top for a missing map, with the keys it needs', () => {
    const file = stageFile('two', '').replace('network:\n  cidr: \n', '');
    expect(problemsWith({ 'two.yaml': file })).toEqual([
      'environments/two.yaml:1:1  network: missing; add network: the VPC of the stage (a map with cidr)',
    ]);
  });
});
