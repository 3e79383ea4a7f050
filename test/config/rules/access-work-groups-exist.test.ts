import { problemsWith, stageFile } from '../environment-folder';

const ENGINEERS = 'athena: { workGroups: { engineers: { maxScannedBytes: 10485760 } } }\n';

const withAccess = (access: string, workGroups = '') =>
  problemsWith({ 'two.yaml': `${stageFile('two', '10.2.0.0/16')}access: ${access}\n${workGroups}` });

describe('a permission set that queries in a work group', () => {
  it('may be given where the work group is', () => {
    expect(withAccess('{ devs: [DataEngineer] }', ENGINEERS)).toEqual([]);
  });

  it('finds the work group in defaults.yaml too', () => {
    expect(
      problemsWith({
        'defaults.yaml': `region: eu-west-1\n${ENGINEERS}`,
        'two.yaml': `${stageFile('two', '10.2.0.0/16')}access: { devs: [DataEngineer] }\n`,
      }),
    ).toEqual([]);
  });

  it('fails where the work group is not, and names those that are', () => {
    expect(withAccess('{ devs: [DataEngineer], bi: [Billing, DataAnalyst] }', ENGINEERS)).toEqual([
      'environments/two.yaml:8:47  access.bi[1]: expected a work group analysts in athena.workGroups, found engineers: DataAnalyst queries in analysts and nowhere else; add analysts there, or take DataAnalyst out',
    ]);
  });

  it('fails where there is no work group at all', () => {
    expect(withAccess('{ devs: [DataEngineer] }')).toEqual([
      expect.stringContaining('expected a work group engineers in athena.workGroups, found none'),
    ]);
  });

  it('is left alone while its work group is there and has a mistake of its own', () => {
    expect(
      withAccess(
        '{ devs: [DataEngineer] }',
        'athena: { workGroups: { engineers: { maxScannedBytes: 5 } } }\n',
      ),
    ).toEqual([expect.stringContaining('athena.workGroups.engineers.maxScannedBytes')]);
  });

  it('says nothing about permission sets that do not query', () => {
    expect(withAccess('{ devs: [AirflowOperator, Billing] }')).toEqual([]);
  });
});
