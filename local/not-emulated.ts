import type { AwsCall } from './aws-call';
import type { AwsError } from './aws-error';

/** Version of moto that the local cloud is developed on. */
export const MOTO_VERSION = '5.2.1';

/** Error code of a call that neither moto nor a local service knows. A 400, so that no SDK retries it. */
export const NOT_EMULATED = 'NotEmulated';

/** Error code of a call that moto knows but broke on, or could not be asked because it is gone. */
export const EMULATOR_FAILED = 'EmulatorFailed';

/** The call as people write it in a policy: `organizations:PutResourcePolicy`. */
export function nameOf(call: Pick<AwsCall, 'service' | 'action'>): string {
  return `${call.service}:${call.action}`;
}

export function notEmulated(call: Pick<AwsCall, 'service' | 'action'>): AwsError {
  return {
    code: NOT_EMULATED,
    message: `the local cloud does not emulate ${nameOf(call)} (moto ${MOTO_VERSION} lacks it)`,
  };
}

export function serviceNotEmulated(call: Pick<AwsCall, 'service' | 'action'>): AwsError {
  return {
    code: NOT_EMULATED,
    message: `the local cloud does not emulate ${nameOf(call)} (moto ${MOTO_VERSION} lacks the whole service)`,
  };
}

export function emulatorFailed(
  call: Pick<AwsCall, 'service' | 'action'>,
  reason: string,
  log: string,
): AwsError {
  return {
    code: EMULATOR_FAILED,
    message: `the local cloud's emulator failed on ${nameOf(call)}: ${reason} (see ${log})`,
  };
}
