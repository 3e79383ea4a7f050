import { airflowStage } from '../airflow-stage';
import { problemsWith } from '../environment-folder';

const withSize = (...lines: string[]) => problemsWith(airflowStage(...lines));

describe('the size of an Airflow environment', () => {
  it.each([
    ['mw1.micro', ['class: mw1.micro']],
    ['mw1.micro, its ones written out', ['class: mw1.micro', 'workers: { min: 1, max: 1 }', 'schedulers: 1']],
    ['the largest numbers', ['workers: { min: 25, max: 25 }', 'schedulers: 5', 'webServers: { min: 5 }']],
    ['the smallest numbers', ['workers: { min: 1, max: 1 }', 'schedulers: 2', 'webServers: { max: 2 }']],
    ['more fewest workers than the default most', ['workers: { min: 12 }']],
  ])('may be %s', (_, lines) => {
    expect(withSize(...lines)).toEqual([]);
  });

  it.each([
    ['schedulers: 2', '12:17', 'schedulers', 2, 'scheduler'],
    ['workers: { max: 2 }', '12:21', 'workers.max', 2, 'worker'],
    ['webServers: { min: 2 }', '12:24', 'webServers.min', 2, 'web server'],
    ['webServers: { max: 2 }', '12:24', 'webServers.max', 2, 'web server'],
  ])('fails for mw1.micro, which has one of everything, with %s', (line, place, path, found, noun) => {
    expect(withSize('class: mw1.micro', line)).toContain(
      `environments/two.yaml:${place}  airflow.main.${path}: expected exactly 1, found ${found}: mw1.micro has exactly 1 ${noun}; leave it out, or take a larger class`,
    );
  });

  it('fails for every number at once', () => {
    expect(withSize('class: mw1.micro', 'workers: { min: 2, max: 5 }', 'schedulers: 2')).toHaveLength(3);
  });

  it('fails in the file of the stage when the class comes from there, and the number from defaults.yaml', () => {
    const defaults = 'region: eu-west-1\nairflow: { main: { version: 2.11.2, schedulers: 2 } }\n';
    const { 'two.yaml': text = '' } = airflowStage('class: mw1.micro');
    expect(
      problemsWith({
        'defaults.yaml': defaults,
        'two.yaml': text?.replace('    version: 2.11.2\n', '') ?? '',
      }),
    ).toEqual([
      'environments/two.yaml:10:12  airflow.main.class: expected exactly 1, found 2: mw1.micro has exactly 1 scheduler; leave it out, or take a larger class',
    ]);
  });

  it.each([
    ['schedulers: 1', '11:17', 'schedulers', 'schedulers'],
    ['webServers: { min: 1 }', '11:24', 'webServers.min', 'web servers'],
  ])('fails for every other class, which has two at least, with %s', (line, place, path, noun) => {
    expect(withSize(line)).toEqual([
      `environments/two.yaml:${place}  airflow.main.${path}: expected 2 to 5, found 1: mw1.small has 2 to 5 ${noun}; write a number from 2 to 5`,
    ]);
  });

  it.each([
    ['workers: { min: 6, max: 5 }', '11:21', 'workers', 6, 5],
    ['webServers: { min: 4, max: 3 }', '11:24', 'webServers', 4, 3],
  ])('fails when the fewest are more than the most: %s', (line, place, part, min, max) => {
    expect(withSize(line)).toEqual([
      `environments/two.yaml:${place}  airflow.main.${part}.min: min ${min} is more than max ${max}; lower min or raise max`,
    ]);
  });

  it.each([
    ['schedulers: 6', 'schedulers: expected a whole number from 1 to 5, found 6'],
    ['workers: { max: 26 }', 'workers.max: expected a whole number from 1 to 25, found 26'],
    ['workers: { min: 0 }', 'workers.min: expected a whole number from 1 to 25, found 0'],
    ['webServers: { max: 6 }', 'webServers.max: expected a whole number from 1 to 5, found 6'],
  ])('fails with a number that no class has: %s', (line, text) => {
    expect(withSize(line)).toEqual([expect.stringContaining(`airflow.main.${text}`)]);
  });
});
