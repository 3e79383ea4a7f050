import { problemsOfOrganization } from '../organization-file';

const problems = (text: string | null) =>
  problemsOfOrganization(['customPolicies:', '  mine: { description: Mine, file: policies/mine.json }'], {
    'policies/mine.json': text,
  });

const withStatement = (statement: object) =>
  problems(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2));

const DENY = { Effect: 'Deny', Action: 's3:*', Resource: '*' };

describe('the file of a custom policy', () => {
  it('may hold one statement or several', () => {
    expect(withStatement(DENY)).toEqual([]);
    expect(problems(JSON.stringify({ Version: '2012-10-17', Statement: DENY }))).toEqual([]);
  });

  it('fails when it is not there', () => {
    expect(problems(null)).toEqual([
      'environments/organization.yaml:8:36  customPolicies.mine.file: environments/policies/mine.json cannot be read (ENOENT); correct the file, or the path',
    ]);
  });

  it('fails when it is no JSON', () => {
    expect(problems('{"Version": ')).toEqual([
      expect.stringContaining('environments/policies/mine.json is no JSON: '),
    ]);
  });

  it('fails without a version, which AWS takes for the one of 2008', () => {
    expect(problems(JSON.stringify({ Statement: [DENY] }))).toEqual([
      expect.stringMatching(/is no service control policy: .* at Version; correct the file, or the path$/),
    ]);
  });

  it('fails for a statement that names principals, and says which', () => {
    expect(withStatement({ ...DENY, Principal: '*' })).toEqual([
      expect.stringMatching(/is no service control policy: .*Principal.* at Statement\.0; /),
    ]);
  });

  it('fails for a statement without actions', () => {
    expect(withStatement({ Effect: 'Deny', Resource: '*' })).toEqual([
      expect.stringContaining('expected either Action or NotAction at Statement.0'),
    ]);
  });

  it('fails when it is too long, its white space not counted', () => {
    const actions = (count: number) =>
      Array.from({ length: count }, (_, index) => `s3:Action${1000 + index}`);
    expect(withStatement({ ...DENY, Action: actions(630) })).toEqual([]);
    expect(withStatement({ ...DENY, Action: actions(700) })).toEqual([
      expect.stringMatching(/has \d+ characters without white space; AWS allows 10240: split it in two$/),
    ]);
  });

  it('fails for a path that leads out of the folder', () => {
    expect(
      problemsOfOrganization(['customPolicies:', '  mine: { description: Mine, file: ../mine.json }']),
    ).toEqual([expect.stringContaining('expected a path of a .json file below environments/, without ..')]);
  });
});
