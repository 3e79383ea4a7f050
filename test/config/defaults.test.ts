import { problemsWith, stageFile } from './environment-folder';

const withDefaults = (...lines: string[]) =>
  problemsWith({ 'defaults.yaml': `region: eu-west-1\n${lines.join('\n')}\n` });

describe('defaults.yaml', () => {
  it('may set anything that is not the identity of a stage', () => {
    expect(
      withDefaults(
        'disposable: true',
        'account: { unit: workloads, tags: { Team: data } }',
        'network: { zones: 3 }',
      ),
    ).toEqual([]);
  });

  it.each([
    ['stage: one', '2:1  stage'],
    ['account: { name: data }', '2:12  account.name'],
    ['account: { email: aws@acme.io }', '2:12  account.email'],
    ["account: { id: '222233334444' }", '2:12  account.id'],
    ['network: { cidr: 10.9.0.0/16 }', '2:12  network.cidr'],
  ])('fails for %s', (line, place) => {
    expect(withDefaults(line)).toEqual([
      `environments/defaults.yaml:${place}: each stage has its own; move it to the stages' files`,
    ]);
  });

  it('fails once for a mistake that every stage inherits', () => {
    expect(withDefaults('network: { natGateways: one }')).toEqual([
      'environments/defaults.yaml:2:25  network.natGateways: expected one of none, single, perZone, found "one"; write none',
    ]);
  });

  it('fails for a mistake that every stage overrides', () => {
    const problems = problemsWith({
      'defaults.yaml': 'region: eu-west-1\nnetwork: { zones: 1 }\n',
      'one.yaml': stageFile('one', '10.1.0.0/16', '  zones: 2'),
      'two.yaml': stageFile('two', '10.2.0.0/16', '  zones: 2'),
    });
    expect(problems).toEqual([
      'environments/defaults.yaml:2:19  network.zones: expected 2 or 3, found 1; write 2',
    ]);
  });

  it('fails with its syntax error only: what stages lack may stand behind it', () => {
    const problems = problemsWith({ 'defaults.yaml': 'tags: a: b\nregion: eu-west-1\n' });
    expect(problems).toEqual([expect.stringContaining('environments/defaults.yaml:1:7  not valid YAML')]);
  });

  it('fails at the stage for a key that only the stage can hold', () => {
    const problems = problemsWith({
      'defaults.yaml': 'region: eu-west-1\nnetwork: { zones: 2 }\n',
      'two.yaml': stageFile('two', '').replace('network:\n  cidr: \n', ''),
    });
    expect(problems).toEqual([
      expect.stringMatching(/^environments\/two\.yaml:1:1 {2}network\.cidr: missing; add cidr/),
    ]);
  });
});
