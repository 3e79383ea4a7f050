import { watchedAirflow } from '../../stacks/stage/airflow';
import { fixtureConfig } from '../support/config';

const [stage] = fixtureConfig().stages;

/** What is watched of `main`, with options of its own. */
const watchedWith = (options: Record<string, string>) => {
  const main = stage?.airflow['main'];
  if (stage === undefined || main === undefined) throw new Error('no stage with Airflow');
  return watchedAirflow({ ...stage, airflow: { main: { ...main, class: 'mw1.small', options } } })['main'];
};

describe('what alarms know of an Airflow environment', () => {
  it('is how many tasks the class gives a worker', () => {
    expect(watchedWith({})).toMatchObject({ tasksPerWorker: 5 });
  });

  it('is how many the environment asks for, where it does', () => {
    expect(watchedWith({ 'celery.worker_autoscale': '8,1' })).toMatchObject({ tasksPerWorker: 8 });
  });
});
