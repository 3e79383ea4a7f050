import { type Change, EnvironmentLifeCycle } from '../../local/mwaa/mwaa-life-cycle';

let clockMs = 0;
const later = (seconds: number) => (clockMs += seconds * 1000);
const change = (more: Partial<Change> = {}): Change => ({
  through: ['UPDATING'],
  complete: () => Promise.resolve(undefined),
  succeeded: 'AVAILABLE',
  failed: 'UPDATE_FAILED',
  ...more,
});
const creation = (more: Partial<Change> = {}) =>
  new EnvironmentLifeCycle(
    change({ through: ['CREATING'], failed: 'CREATE_FAILED', ...more }),
    () => clockMs,
  );
const available = async () => {
  const lifeCycle = creation();
  later(1);
  await lifeCycle.status();
  return lifeCycle;
};

test('a status lasts a second', async () => {
  const lifeCycle = creation();
  later(0.9);
  expect(await lifeCycle.status()).toBe('CREATING');
  later(0.1);
  expect(await lifeCycle.status()).toBe('AVAILABLE');
});

test('a change comes about once, whoever looks', async () => {
  const complete = jest.fn(() => Promise.resolve(undefined));
  const lifeCycle = creation({ complete });
  expect(await lifeCycle.status()).toBe('CREATING');
  expect(complete).not.toHaveBeenCalled();
  later(5);
  await Promise.all([lifeCycle.status(), lifeCycle.status()]);
  await lifeCycle.status();
  expect(complete).toHaveBeenCalledTimes(1);
});

test('a change that the cloud itself failed on is tried again', async () => {
  const complete = jest.fn<Promise<undefined>, []>().mockRejectedValueOnce(new Error('moto is gone'));
  const lifeCycle = creation({ complete: () => complete() });
  later(1);
  await expect(lifeCycle.status()).rejects.toThrow('moto is gone');
  expect(await lifeCycle.status()).toBe('AVAILABLE');
});

test('a reason why a change failed is cut to what the model takes', async () => {
  const lifeCycle = creation({ complete: () => Promise.resolve('x'.repeat(2000)) });
  later(1);
  expect(await lifeCycle.status()).toBe('CREATE_FAILED');
  expect(lifeCycle.lastUpdate.Error?.ErrorMessage).toHaveLength(1024);
});

test('an update that fails is rolled back before it is over', async () => {
  const lifeCycle = await available();
  const complete = jest.fn(() => Promise.resolve('no such thing'));
  await lifeCycle.update(change({ complete, rollingBack: 'ROLLING_BACK' }));
  later(1);
  expect(await Promise.all([lifeCycle.status(), lifeCycle.status()])).toEqual([
    'ROLLING_BACK',
    'ROLLING_BACK',
  ]);
  expect(lifeCycle.lastUpdate).toMatchObject({ Status: 'PENDING' });
  await expect(lifeCycle.update(change())).rejects.toThrow(
    'Environments with ROLLING_BACK status cannot be updated.',
  );
  later(1);
  expect(await lifeCycle.status()).toBe('UPDATE_FAILED');
  expect(lifeCycle.lastUpdate).toMatchObject({ Status: 'FAILED' });
  expect(lifeCycle.lastUpdate.Error?.ErrorMessage).toContain('no such thing');
  expect(complete).toHaveBeenCalledTimes(1);
});

test('fails on the second of two changes at once', async () => {
  const lifeCycle = await available();
  const results = await Promise.allSettled([lifeCycle.update(change()), lifeCycle.update(change())]);
  expect(results).toMatchObject([
    { status: 'fulfilled' },
    { status: 'rejected', reason: { message: 'Environments with UPDATING status cannot be updated.' } },
  ]);
});

test('fails to delete while a snapshot is made', async () => {
  const lifeCycle = await available();
  await lifeCycle.update(change({ through: ['UPDATING', 'CREATING_SNAPSHOT', 'UPDATING'] }));
  later(1);
  await expect(lifeCycle.delete(change({ through: ['DELETING'] }))).rejects.toThrow(
    'Environments with CREATING_SNAPSHOT status cannot be deleted.',
  );
});
