import type { AwsCall } from './aws-call';
import type { AwsError } from './aws-error';
import type { AwsAnswer } from './local-service';
import type { MotoLog } from './moto-log';
import { emulatorFailed, notEmulated, serviceNotEmulated } from './not-emulated';

/**
 * What is wrong with an answer of moto, if it is none that AWS could give.
 *
 * moto says "I have no such action" with a page for browsers: 500 where its dispatcher misses a method, 404
 * where its router misses a path. SDKs retry the first for minutes and report the second as a missing resource.
 */
export async function verdictOn(
  call: AwsCall,
  answer: AwsAnswer,
  log: MotoLog,
): Promise<AwsError | undefined> {
  if (answer.status === 404 || answer.status === 405)
    return isRouterMiss(call, answer) ? notEmulated(call) : undefined;
  if (answer.status < 500 || !(isPage(answer) || answer.body.length === 0)) return undefined;
  const failure = await log.failureOf(call);
  switch (failure?.kind) {
    case 'missing-action':
      return notEmulated(call);
    case 'missing-service':
      return serviceNotEmulated(call);
    case 'crash':
      return emulatorFailed(call, failure.reason, log.path);
    case undefined:
      return emulatorFailed(call, `moto answered ${answer.status} without a reason`, log.path);
  }
}

function isRouterMiss(call: AwsCall, answer: AwsAnswer): boolean {
  if (isPage(answer)) return true;
  // An S3 object that is not there is an ordinary 404, and no answer to a HEAD has a body.
  if (call.service === 's3' || call.method === 'HEAD') return false;
  const body = answer.body.toString('utf8', 0, 20).trim();
  return body === '' || body === 'Not Found';
}

function isPage(answer: AwsAnswer): boolean {
  return /^\s*<!doctype html/i.test(answer.body.toString('utf8', 0, 64));
}
