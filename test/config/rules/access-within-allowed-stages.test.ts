import { CORRECT, problemsWith, stageFile, WORK_GROUPS } from '../environment-folder';

const pinnedTo = (stages: string, access = '{ devs: [DataEngineer] }') =>
  problemsWith({
    'organization.yaml': `${CORRECT['organization.yaml'] ?? ''}identity: { allowedStages: { DataEngineer: ${stages} } }\n`,
    'two.yaml': `${stageFile('two', '10.2.0.0/16')}access: ${access}\n${WORK_GROUPS}`,
  });

describe('a permission set that is pinned to stages', () => {
  it('may be given there', () => {
    expect(pinnedTo('[one, two]')).toEqual([]);
  });

  it('says nothing about others', () => {
    expect(pinnedTo('[one]', '{ devs: [AirflowViewer] }')).toEqual([]);
  });

  it('fails anywhere else', () => {
    expect(pinnedTo('[one]')).toEqual([
      'environments/two.yaml:8:18  access.devs[0]: DataEngineer is allowed in one only; give devs another permission set here, or add the stage to identity.allowedStages of environments/organization.yaml',
    ]);
  });
});
