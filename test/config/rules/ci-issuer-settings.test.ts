import { CORRECT, problemsWith } from '../environment-folder';

const withCi = (ci: string) =>
  problemsWith({ 'organization.yaml': `${CORRECT['organization.yaml']}ci: ${ci}\n` });

const OIDC =
  '{ issuer: https://gitlab.com, audience: https://gitlab.com, planSubjects: [plan], applySubjects: [apply] }';

describe('who may become the roles of pipelines', () => {
  it.each([
    '{ github: { repository: acme/platform } }',
    '{ github: { repository: acme@123456/platform@456789, branch: trunk } }',
    '{ github: { repository: acme/platform, environments: [production] }, existingProvider: true }',
    `{ oidc: ${OIDC} }`,
  ])('may be %s', (ci) => {
    expect(withCi(ci)).toEqual([]);
  });

  it('fails when nobody is named', () => {
    expect(withCi('{}')).toEqual([
      'environments/organization.yaml:7:1  ci: names nobody who could become the roles; add github with the repository, or oidc with issuer, audience and subjects',
    ]);
  });

  it('fails for two issuers', () => {
    expect(withCi(`{ github: { repository: acme/platform }, oidc: ${OIDC} }`)).toEqual([
      'environments/organization.yaml:7:46  ci.oidc: there is one issuer; keep ci.github or ci.oidc and remove the other',
    ]);
  });

  it('fails for a branch beside environments', () => {
    expect(
      withCi('{ github: { repository: acme/platform, environments: [production], branch: main } }'),
    ).toEqual([
      'environments/organization.yaml:7:80  ci.github.branch: has no effect beside environments; remove the line, or the environments',
    ]);
  });

  it.each(['acme', 'acme/*', 'https://github.com/acme/platform', 'acme/platform/x', '*/platform'])(
    'fails for the repository %s',
    (repository) => {
      expect(withCi(`{ github: { repository: "${repository}" } }`)).toEqual([
        expect.stringContaining('expected a repository as owner/name, or owner@id/name@id'),
      ]);
    },
  );

  it.each(['release/*', 'ma in', '${branch}'])('fails for the branch %s', (branch) => {
    expect(withCi(`{ github: { repository: acme/platform, branch: "${branch}" } }`)).toEqual([
      expect.stringContaining('expected the name of one branch'),
    ]);
  });
});
