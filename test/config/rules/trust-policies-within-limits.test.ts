import { airflowStage } from '../airflow-stage';
import { CORRECT, problemsWith, warningsWith, withContacts } from '../environment-folder';

const branches = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `project_path:acme/platform:ref_type:branch:ref:feature-${index}`,
  );

const filesWith = (subjects: readonly string[]) => ({
  'organization.yaml': withContacts(`${CORRECT['organization.yaml']}ci:
  oidc:
    issuer: https://gitlab.com
    audience: https://gitlab.com
    planSubjects: [${subjects.map((subject) => `'${subject}'`).join(', ')}]
    applySubjects: [main]
`),
});

describe('whom the role of a pipeline trusts', () => {
  it('may be a few', () => {
    expect([problemsWith(filesWith(branches(20))), warningsWith(filesWith(branches(20)))]).toEqual([[], []]);
  });

  it('warns when the quota of IAM has to be raised for them', () => {
    expect(problemsWith(filesWith(branches(40)))).toEqual([]);
    expect(warningsWith(filesWith(branches(40)))).toEqual([
      expect.stringMatching(
        /^environments\/organization\.yaml:\d+:\d+ {2}ci\.oidc\.planSubjects: makes a trust policy of 2\d{3} characters, and IAM's quota is 2048 unless it was raised; list fewer, or ask for up to 4096 /,
      ),
    ]);
  });

  it('fails when IAM never takes as many', () => {
    expect(problemsWith(filesWith(branches(80)))).toEqual([
      expect.stringMatching(
        /ci\.oidc\.planSubjects: expected a trust policy of at most 4096 characters, the most that IAM grants, found one of [45]\d{3}; list fewer$/,
      ),
    ]);
  });
});

describe('who publishes DAGs', () => {
  it('fails when IAM never takes as many', () => {
    const roles = Array.from(
      { length: 80 },
      (_, index) => `arn:aws:iam::111122223333:role/team-${index}/publish-dags`,
    );
    expect(problemsWith(airflowStage(`dagPublishers: ['${roles.join("', '")}']`))).toEqual([
      expect.stringContaining(
        'airflow.main.dagPublishers: expected a trust policy of at most 4096 characters',
      ),
    ]);
  });
});
