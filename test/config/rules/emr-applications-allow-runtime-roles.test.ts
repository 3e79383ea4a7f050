import { problemsWith, stageFile } from '../environment-folder';

const withApplications = (...applications: string[]) =>
  problemsWith({
    'two.yaml': stageFile('two', '10.2.0.0/16', 'emr:', `  applications: [${applications.join(', ')}]`),
  });

describe('EMR applications', () => {
  it('may be those that step roles work with', () => {
    expect(withApplications('Hadoop', 'Spark', 'Livy')).toEqual([]);
  });

  it.each(['JupyterHub', 'JupyterEnterpriseGateway'])('fail with %s', (application) => {
    expect(withApplications('Spark', application)).toEqual([
      `environments/two.yaml:9:25  emr.applications[1]: ${application} cannot run on clusters with step roles; remove it, and let notebooks connect through Livy`,
    ]);
  });

  it('fail when one is listed twice', () => {
    expect(withApplications('Spark', 'Spark')).toEqual([
      'environments/two.yaml:9:25  emr.applications[1]: Spark is listed already; remove one of the two',
    ]);
  });

  it("fail in another spelling than AWS's, offering that", () => {
    expect(withApplications('spark')).toEqual([expect.stringContaining('Spark')]);
  });
});
