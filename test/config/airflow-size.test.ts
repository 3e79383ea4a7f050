import { airflowSize, tasksPerWorker } from '../../config/airflow-size';
import { MWAA_CLASSES, type MwaaClassName } from '../../config/limits/mwaa';

describe('airflowSize', () => {
  it('is one of everything for mw1.micro, whose defaults at AWS do not fit it', () => {
    const one = { min: 1, max: 1 };
    expect(airflowSize({ class: 'mw1.micro' })).toEqual({ workers: one, schedulers: 1, webServers: one });
  });

  it.each(Object.keys(MWAA_CLASSES).slice(1) as MwaaClassName[])('is AWS’s own default for %s', (name) => {
    expect(airflowSize({ class: name })).toEqual({
      workers: { min: 1, max: 10 },
      schedulers: 2,
      webServers: { min: 2, max: 2 },
    });
  });

  it('is that of mw1.small when no class is given', () => {
    expect(airflowSize({})).toEqual(airflowSize({ class: 'mw1.small' }));
  });

  it('is what is given', () => {
    const given = { workers: { min: 2, max: 4 }, schedulers: 3, webServers: { min: 2, max: 5 } };
    expect(airflowSize({ class: 'mw1.large', ...given })).toEqual(given);
  });

  it('has no more fewest workers than most when only the fewest are given', () => {
    expect(airflowSize({ workers: { min: 12 } }).workers).toEqual({ min: 12, max: 12 });
    expect(airflowSize({ workers: { min: 3 } }).workers).toEqual({ min: 3, max: 10 });
  });

  it('does not scale web servers unless a most is given', () => {
    expect(airflowSize({ webServers: { min: 4 } }).webServers).toEqual({ min: 4, max: 4 });
    expect(airflowSize({ webServers: { max: 4 } }).webServers).toEqual({ min: 2, max: 4 });
  });
});

describe('tasksPerWorker', () => {
  it('is AWS’s number for the class', () => {
    expect(tasksPerWorker({ class: 'mw1.micro', options: {} })).toBe(3);
    expect(tasksPerWorker({ class: 'mw1.medium', options: {} })).toBe(10);
  });

  it('is the most that the environment asks for, which is said first', () => {
    expect(tasksPerWorker({ class: 'mw1.medium', options: { 'celery.worker_autoscale': '20,2' } })).toBe(20);
  });
});
