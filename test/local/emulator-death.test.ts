import { setTimeout as sleep } from 'node:timers/promises';
import { cloudStatus } from '../../local/cloud-status';
import { readRecord } from '../../local/registration';
import { useCloud } from './cloud-under-test';

const local = useCloud();

test('fails at once, with the reason, on every call after the emulator has died', async () => {
  const record = await readRecord(local.cloud.folder);
  process.kill(record?.moto?.pid ?? NaN, 'SIGKILL');
  await sleep(300);
  const { code, stderr, seconds } = await local.run('aws', 'sts', 'get-caller-identity');
  expect(code).toBe(255);
  expect(stderr).toContain(
    "EmulatorFailed) when calling the GetCallerIdentity operation: the local cloud's emulator failed on sts:GetCallerIdentity: moto ended by itself: it was ended by SIGKILL",
  );
  expect(seconds).toBeLessThan(5);
  expect(await cloudStatus(local.cloud.folder)).toMatchObject({
    state: 'crashed',
    reason: 'moto ended by itself: it was ended by SIGKILL',
  });
}, 20_000);

test('fails within seconds when the whole cloud has died', async () => {
  process.kill(local.cloud.pid, 'SIGKILL');
  await local.cloud.ended;
  const { code, stderr, seconds } = await local.run('aws', 'sts', 'get-caller-identity');
  expect({ code, stderr }).toEqual({
    code: 255,
    stderr: expect.stringContaining('Failed to connect to proxy URL') as string,
  });
  expect(seconds).toBeLessThan(5);
  expect(await cloudStatus(local.cloud.folder)).toMatchObject({
    state: 'crashed',
    reason: `its process ${local.cloud.pid} is gone`,
  });
}, 20_000);
