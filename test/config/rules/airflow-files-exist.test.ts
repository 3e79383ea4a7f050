import { airflowStage } from '../airflow-stage';
import { problemsWith } from '../environment-folder';

describe('the files of an Airflow environment', () => {
  it('need not be there when they have the names that files have by default', () => {
    expect(problemsWith(airflowStage())).toEqual([]);
  });

  it('may have names of their own', () => {
    const files = {
      ...airflowStage('startupScript: next/start.sh', 'plugins: next/plugins'),
      'next/start.sh': '#!/bin/sh\n',
      'next/plugins/macros.py': '',
    };
    expect(problemsWith(files)).toEqual([]);
  });

  it.each([
    ['requirements', 'next/requirements.txt', 'file', 'environments/two.yaml:11:19'],
    ['startupScript', 'next/start.sh', 'file', 'environments/two.yaml:11:20'],
    ['plugins', 'next/plugins', 'folder', 'environments/two.yaml:11:14'],
  ])('fail when the file names %s that are not there', (key, path, kind, place) => {
    expect(problemsWith(airflowStage(`${key}: ${path}`))).toEqual([
      `${place}  airflow.main.${key}: expected a ${kind} environments/${path}, found none that can be read (ENOENT); make it, or correct the path, which begins below environments/`,
    ]);
  });

  it('fail when a file stands where a folder is meant', () => {
    const files = { ...airflowStage('plugins: macros.py'), 'macros.py': '' };
    expect(problemsWith(files)).toEqual([
      'environments/two.yaml:11:14  airflow.main.plugins: expected a folder environments/macros.py, found none that can be read (ENOTDIR); make it, or correct the path, which begins below environments/',
    ]);
  });

  it('fail when a folder stands where a file is meant, also by its default name', () => {
    const files = { ...airflowStage(), 'airflow/startup.sh/start.sh': '' };
    expect(problemsWith(files)).toEqual([
      'environments/two.yaml:9:3  airflow.main.startupScript: expected a file environments/airflow/startup.sh, found none that can be read (EISDIR); make it, or correct the path, which begins below environments/',
    ]);
  });

  it('fail once, in defaults.yaml, when all stages take the name from there', () => {
    const defaults = [
      'region: eu-west-1',
      'airflow:',
      '  main:',
      '    version: 2.11.2',
      '    plugins: none',
      '',
    ].join('\n');
    expect(problemsWith({ 'defaults.yaml': defaults })).toEqual([
      expect.stringMatching(/^environments\/defaults\.yaml:5:14 {2}airflow\.main\.plugins: /),
    ]);
  });

  it.each(['../secrets.txt', '/etc/passwd', 'airflow/../../x', './x'])(
    'fail with a path out of environments/: %s',
    (path) => {
      expect(problemsWith(airflowStage(`requirements: ${path}`))).toEqual([
        expect.stringContaining(
          'airflow.main.requirements: expected a path below environments/, such as airflow/requirements.txt, found',
        ),
      ]);
    },
  );
});
