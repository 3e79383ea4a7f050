import type { AwsCall } from './aws-call';
import type { MotoClient } from './moto-client';

/** An HTTP answer to an AWS call. */
export interface AwsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/**
 * A part of AWS that the local cloud answers itself, because moto lacks it or answers it unlike AWS.
 *
 * One file per service or behaviour under `services/`, listed in `services/index.ts`. The first service that
 * handles a call answers it; what none handles goes to moto.
 */
export interface LocalService {
  readonly name: string;
  /** Decide by `call.service` and `call.action` (or host and path), never by a substring of the URL. */
  handles(call: AwsCall): boolean;
  /**
   * May ask or forward to moto, for instance to correct what moto answers. An error that AWS would give is an
   * answer (`errorAnswer`), or thrown as a `ServiceError`; what the local cloud cannot do is thrown as a
   * `Refusal`.
   */
  answer(call: AwsCall, moto: MotoClient): Promise<AwsAnswer>;
}
