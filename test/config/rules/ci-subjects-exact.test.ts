import { CORRECT, problemsWith } from '../environment-folder';

const withSubject = (subject: string) =>
  problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml']}ci:
  oidc:
    issuer: https://gitlab.com
    audience: https://gitlab.com
    planSubjects: ['project_path:acme/platform:ref_type:branch:ref:review']
    applySubjects: ['${subject}']
`,
  });

describe('subjects of tokens', () => {
  it('may be written out', () => {
    expect(withSubject('project_path:acme/platform:ref_type:branch:ref:main')).toEqual([]);
  });

  it.each(['*', 'project_path:acme/*:ref_type:branch:ref:main', 'project_path:acme/platform:ref:mai?'])(
    'fail with a wildcard: %s',
    (subject) => {
      expect(withSubject(subject)).toEqual([
        `environments/organization.yaml:12:21  ci.oidc.applySubjects[0]: expected an exact subject, found "${subject}"; write each one out: a pattern also lets in branches and projects that are named to match it, and AWS compares these texts exactly`,
      ]);
    },
  );
});
