import { appendFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AwsCall } from '../../local/aws-call';
import { MotoLog } from '../../local/moto-log';
import { temporaryFolder } from './cloud-under-test';

let file = '';
beforeEach(async () => {
  file = path.join(await temporaryFolder(), 'moto.log');
  await writeFile(file, 'Running on http://127.0.0.1\n');
});
afterEach(() => rm(path.dirname(file), { recursive: true }));

const call = (action: string): AwsCall => ({
  service: 'ec2', region: 'eu-west-1', action, protocol: 'ec2', account: '1', method: 'POST', path: '/', host: 'h', rawHeaders: [], body: Buffer.alloc(0),
}); // prettier-ignore

const traceback = (last: string, frame = 'moto/core/responses.py", line 1, in call_action'): string =>
  `127.0.0.1 "POST /" 500 -\nError on request:\nTraceback (most recent call last):\n  File "${frame}\n    x = y\n        ^^^\n${last}\n`;
const missing = (action: string): string =>
  traceback(`NotImplementedError: The ${action} action has not been implemented`);

test('a missing action is told from a crash', async () => {
  await appendFile(
    file,
    missing('describe_vpcs') + traceback("KeyError: 'x'", 'moto/ec2/responses.py", line 9, in create_vpc'),
  );
  const log = new MotoLog(file);
  expect(await log.failureOf(call('CreateVpc'))).toEqual({ kind: 'crash', reason: "KeyError: 'x'" });
  expect(await log.failureOf(call('DescribeVpcs'))).toMatchObject({ kind: 'missing-action' });
});

test('calls that run at the same time each get their own traceback', async () => {
  const log = new MotoLog(file);
  const found = Promise.all(
    ['DescribeA', 'DescribeB', 'DescribeC'].map((action) => log.failureOf(call(action))),
  );
  await appendFile(file, missing('describe_c') + missing('describe_a'));
  await appendFile(file, missing('describe_b'));
  expect((await found).map((failure) => failure?.reason)).toEqual([
    'NotImplementedError: The describe_a action has not been implemented',
    'NotImplementedError: The describe_b action has not been implemented',
    'NotImplementedError: The describe_c action has not been implemented',
  ]);
});

test('a traceback that is still being written is waited for', async () => {
  const log = new MotoLog(file);
  const whole = traceback('ValueError: broken', 'moto/ec2/responses.py", line 9, in create_vpc');
  await appendFile(file, whole.slice(0, 150));
  const found = log.failureOf(call('CreateVpc'));
  await appendFile(file, whole.slice(150));
  expect(await found).toEqual({ kind: 'crash', reason: 'ValueError: broken' });
});

test('fails to find a reason when moto writes none, without waiting for long', async () => {
  const started = Date.now();
  expect(await new MotoLog(file).failureOf(call('CreateVpc'))).toBeUndefined();
  expect(Date.now() - started).toBeLessThan(3000);
});
