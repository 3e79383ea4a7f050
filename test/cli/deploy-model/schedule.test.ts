import { type Task, schedule } from '../../../cli/deploy-model/schedule';

const task = (id: string, seconds: number, ...after: string[]): Task => ({
  id,
  seconds,
  after,
  takesSlot: true,
});
const path = (tasks: readonly Task[], slots?: number) =>
  schedule(tasks, slots).criticalPath.map(({ id }) => id);

describe('a schedule', () => {
  it('runs what does not depend on each other at once', () => {
    expect(schedule([task('a', 5), task('b', 7)]).seconds).toBe(7);
  });

  it('runs a chain one after the other, and finds it among others', () => {
    const tasks = [task('a', 1), task('b', 5, 'a'), task('c', 2, 'a'), task('d', 1, 'b', 'c'), task('e', 6)];
    expect(schedule(tasks).seconds).toBe(7);
    expect(path(tasks)).toEqual(['a', 'b', 'd']);
  });

  it('never runs more than ten at once, as Terraform', () => {
    const { seconds, runs } = schedule(Array.from({ length: 25 }, (_, index) => task(`t${index}`, 3)));
    expect(seconds).toBe(9);
    for (const at of [1, 4, 7]) {
      const running = [...runs.values()].filter(({ start, end }) => start <= at && at < end);
      expect(running.length).toBeLessThanOrEqual(10);
    }
  });

  it('serves first who was ready first', () => {
    const tasks = [task('a', 2), task('z', 4), task('early', 1, 'a'), task('b', 1, 'early'), task('y', 9)];
    const { runs } = schedule(tasks, 2);
    expect(runs.get('z')?.start).toBe(2);
    expect(runs.get('early')).toMatchObject({ ready: 2, start: 6 });
  });

  it('shows the wait for a slot on the critical path, which then fills the whole time', () => {
    const { criticalPath, waitingSeconds, seconds } = schedule([task('a', 4), task('b', 3), task('c', 2)], 1);
    expect(criticalPath).toEqual([{ id: 'c', ready: 0, start: 7, end: 9, readyAfter: undefined }]);
    expect(waitingSeconds).toBe(7);
    expect(seconds).toBe(9);
  });

  it('lets values pass without a slot', () => {
    const value: Task = { id: 'v', seconds: 0, after: ['a'], takesSlot: false };
    const { seconds, criticalPath } = schedule([task('a', 2), task('b', 9), value, task('c', 2, 'v')], 2);
    expect(seconds).toBe(9);
    expect(criticalPath.map(({ id }) => id)).toEqual(['b']);
    expect(path([task('a', 2), value, task('c', 2, 'v')])).toEqual(['a', 'c']);
  });

  it('says how much of the slots was used', () => {
    expect(schedule([task('a', 4), task('b', 2)], 2).slotUse).toBe(6 / 8);
    expect(schedule([], 2)).toMatchObject({ seconds: 0, slotUse: 0, criticalPath: [] });
  });

  it('fails on tasks that wait for each other', () => {
    expect(() => schedule([task('a', 1, 'b'), task('b', 1, 'a')])).toThrow('in a circle: a, b');
  });

  it('fails on a task that comes after nothing known, and without a slot', () => {
    expect(() => schedule([task('a', 1, 'b')])).toThrow('a comes after b, which is no task');
    expect(() => schedule([], 0)).toThrow('parallelism must be at least 1, not 0');
    expect(() => schedule([], NaN)).toThrow(RangeError);
  });
});
