import { CORRECT, problemsWith, stageFile } from '../environment-folder';
import { problemsOfOrganization } from '../organization-file';

const SAYS = '"constructor" is a name that JavaScript has taken; choose another';

describe('a name that every object of JavaScript has', () => {
  it('fails as the name of a job', () => {
    const job = '{ reads: [{ zone: raw, prefix: a/ }], databases: { read: [raw] } }';
    const lines = `emr: { stepRoles: { constructor: ${job} } }`;
    expect(problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16', lines) })).toEqual([
      expect.stringContaining(`emr.stepRoles.constructor: ${SAYS}`),
    ]);
  });

  it('fails as the name of a stage', () => {
    const stage = stageFile('constructor', '10.3.0.0/16');
    expect(problemsWith({ 'constructor.yaml': stage })).toEqual([expect.stringContaining(`stage: ${SAYS}`)]);
  });

  it.each([
    ['group', 'identity: { source: directory, groups: [constructor] }', 'identity.groups[0]'],
    [
      'policy',
      'customPolicies: { constructor: { description: For tests, file: policies/a.json } }',
      'customPolicies.constructor',
    ],
  ])('fails as the name of a %s', (_, line, path) => {
    expect(problemsOfOrganization([line])).toEqual(
      expect.arrayContaining([expect.stringContaining(`${path}: ${SAYS}`)]),
    );
  });

  it('fails as a unit above a listed one', () => {
    const organization = CORRECT['organization.yaml'] ?? '';
    const units = organization.replace('units: [', 'units: [constructor/a, ');
    expect(problemsWith({ 'organization.yaml': units })).toEqual([
      expect.stringContaining(`units[0]: ${SAYS}`),
    ]);
  });

  it('fails as any key when it is the one that would be lost', () => {
    const lines = 'emr: { clusters: { __proto__: {} } }';
    expect(problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16', lines) })).toEqual([
      expect.stringContaining('emr.clusters.__proto__: this name cannot be used; choose another'),
    ]);
  });
});
