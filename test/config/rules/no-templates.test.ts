import { problemsWith, stageFile } from '../environment-folder';
import { problemsOfOrganization } from '../organization-file';

const withLines = (...lines: string[]) =>
  problemsWith({ 'two.yaml': stageFile('two', '10.2.0.0/16', ...lines) });

describe('code for Terraform', () => {
  it('may look like it', () => {
    expect(
      withLines(
        'athena: { workGroups: { analysts: { maxScannedBytes: 10485760, description: "$5 {or} 10%" } } }',
      ),
    ).toEqual([]);
  });

  it.each(['${timestamp()}', '%{if true}x%{endif}', '$${escaped}'])('fails as a description: %s', (text) => {
    expect(
      withLines(
        `athena: { workGroups: { analysts: { maxScannedBytes: 10485760, description: '${text}' } } }`,
      ),
    ).toEqual([
      expect.stringMatching(
        /^environments\/two\.yaml:\d+:\d+ {2}athena\.workGroups\.analysts\.description: expected text without \$\{ and %\{, which begin code for Terraform, found .*; write it otherwise$/,
      ),
    ]);
  });

  it.each([
    ['the comment of a column', 'columns: [{ name: a, type: string, comment: \'${file("x")}\' }]'],
    ['the description of a table', 'columns: [{ name: a, type: string }], description: \'${file("x")}\''],
  ])('fails in %s', (_, lines) => {
    expect(
      withLines(`catalog: { tables: { t: { zone: raw, location: t/, format: json, ${lines} } } }`),
    ).toEqual([expect.stringContaining('which begin code for Terraform')]);
  });

  it('fails in organization.yaml too', () => {
    const set = "{ description: 'A ${b}', managedPolicies: [SecurityAudit] }";
    expect(problemsOfOrganization([`identity: { permissionSets: { Ok: ${set} } }`])).toEqual([
      expect.stringContaining('identity.permissionSets.Ok.description'),
    ]);
  });
});
