import { CORRECT, problemsWith } from '../environment-folder';

const withSubjects = (plan: string, apply: string) =>
  problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml']}ci:
  oidc:
    issuer: https://gitlab.com
    audience: https://gitlab.com
    planSubjects: [${plan}]
    applySubjects: [${apply}]
`,
  });

describe('who plans and who applies', () => {
  it('may be two', () => {
    expect(withSubjects('a, b', 'c')).toEqual([]);
  });

  it('fails when somebody is both', () => {
    expect(withSubjects('a, b', 'c, b')).toEqual([
      'environments/organization.yaml:12:24  ci.oidc.applySubjects[1]: "b" is among planSubjects too; what may plan is not reviewed yet and may not apply: give each role subjects of its own',
    ]);
  });
});
