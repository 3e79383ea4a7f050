import { problemsOfNetwork, problemsWith, stageFile } from '../environment-folder';

describe('Availability Zones', () => {
  it.each([
    ['three of a region that has them', ['  zones: 3']],
    ['named ones', ['  zones: 2', '  zoneIds: [euw1-az3, euw1-az1]']],
    ['more named ones than are used', ['  zones: 2', '  zoneIds: [euw1-az3, euw1-az1, euw1-az2]']],
    ['two of a region that has two', ['region: us-west-1']],
    ['a third one by name', ['  zones: 3', '  zoneIds: [usw1-az1, usw1-az2, usw1-az3]', 'region: us-west-1']],
  ])('may be %s', (_, lines) => {
    expect(problemsOfNetwork(...lines)).toEqual([]);
  });

  it('fails for more than the region has', () => {
    expect(problemsOfNetwork('  zones: 3', 'region: us-west-1')).toEqual([
      'environments/two.yaml:8:10  network.zones: 3 zones are more than us-west-1 gives every account (usw1-az1, usw1-az3); write zones: 2, or name the zones in network.zoneIds',
    ]);
  });

  it('fails at the region when the number of zones is a default', () => {
    const problems = problemsWith({
      'defaults.yaml': 'region: eu-west-1\nnetwork: { zones: 3 }\n',
      'two.yaml': `${stageFile('two', '10.2.0.0/16')}region: us-west-1\n`,
    });
    expect(problems).toEqual([
      expect.stringContaining('environments/two.yaml:8:9  region: 3 zones are more than'),
    ]);
  });

  it('fails for fewer named than used', () => {
    expect(problemsOfNetwork('  zones: 3', '  zoneIds: [euw1-az1, euw1-az2]')).toEqual([
      'environments/two.yaml:9:12  network.zoneIds: network.zones is 3 and network.zoneIds names 2; add a zone at the end of the list',
    ]);
  });

  it('fails for a zone that is named twice', () => {
    expect(problemsOfNetwork('  zoneIds: [euw1-az1, euw1-az1]')).toEqual([
      'environments/two.yaml:8:23  network.zoneIds[1]: euw1-az1 is listed twice; each zone gets subnets of its own',
    ]);
  });

  it('fails for a zone of another region', () => {
    expect(problemsOfNetwork('  zoneIds: [euw1-az1, euw2-az1]')).toEqual([
      'environments/two.yaml:8:23  network.zoneIds[1]: euw2-az1 is no zone of eu-west-1; write ids such as euw1-az1, euw1-az2, euw1-az3 in network.zoneIds',
    ]);
  });

  it('says nothing about the number while the named zones cannot be read', () => {
    expect(problemsOfNetwork('  zones: 3', '  zoneIds: usw1-az1', 'region: us-west-1')).toEqual([
      expect.stringContaining('network.zoneIds: expected a list'),
    ]);
  });
});
