import { CORRECT, problemsWith, stageFile, WORK_GROUPS } from '../environment-folder';

const withAccess = (access: string) =>
  problemsWith({ 'two.yaml': `${stageFile('two', '10.2.0.0/16')}access: ${access}\n${WORK_GROUPS}` });
const ORGANIZATION = CORRECT['organization.yaml'] ?? '';

describe('what groups have in an account', () => {
  it('may be shipped permission sets', () => {
    expect(withAccess('{ devs: [DataEngineer, AirflowOperator], bi users: [DataAnalyst] }')).toEqual([]);
  });

  it('may be a permission set of organization.yaml', () => {
    const own = `${ORGANIZATION}identity: { permissionSets: { Auditor: { description: Looks } } }\n`;
    const two = `${stageFile('two', '10.2.0.0/16')}access: { auditors: [Auditor] }\n`;
    expect(problemsWith({ 'organization.yaml': own, 'two.yaml': two })).toEqual([]);
  });

  it('fails for one that is not there, with the nearest one', () => {
    expect(withAccess('{ devs: [DataEnginer] }')).toEqual([
      'environments/two.yaml:8:18  access.devs[0]: expected a permission set, found "DataEnginer"; write DataEngineer, or add it to identity.permissionSets of environments/organization.yaml',
    ]);
  });

  it('fails for one that is given twice', () => {
    expect(withAccess('{ devs: [Billing, Billing] }')).toEqual([
      'environments/two.yaml:8:27  access.devs[1]: Billing is given to devs twice; remove one of them',
    ]);
  });
});
