import { ciTrust } from '../../config';
import { ciSchema } from '../../config/schema/ci';

const trust = (github: Record<string, unknown>) => ciTrust(ciSchema.parse({ github }));

describe('ciTrust', () => {
  it('lets pull requests plan and main apply, unless told otherwise', () => {
    expect(trust({ repository: 'acme/platform' })).toEqual({
      issuer: 'https://token.actions.githubusercontent.com',
      audience: 'sts.amazonaws.com',
      planSubjects: ['repo:acme/platform:pull_request'],
      applySubjects: ['repo:acme/platform:ref:refs/heads/main'],
    });
  });

  it('lets environments apply, and no branch, where environments are named', () => {
    expect(trust({ repository: 'acme/platform', environments: ['test', 'prod'] })?.applySubjects).toEqual([
      'repo:acme/platform:environment:test',
      'repo:acme/platform:environment:prod',
    ]);
  });

  it('keeps the ids that GitHub puts into subjects', () => {
    expect(trust({ repository: 'acme@1/platform@2' })?.planSubjects).toEqual([
      'repo:acme@1/platform@2:pull_request',
    ]);
  });

  it('takes what other systems have as it is', () => {
    const oidc = {
      issuer: 'https://gitlab.com',
      audience: 'https://gitlab.com',
      planSubjects: ['a'],
      applySubjects: ['b'],
    };
    expect(ciTrust(ciSchema.parse({ oidc }))).toEqual(oidc);
  });
});
