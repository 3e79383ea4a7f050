import { nearest } from '../config/validate/nearest';
import { UserError } from './user-error';

/** What to tell somebody who names a stage that has no file. */
export function unknownStage(name: string, stages: readonly string[]): UserError {
  const close = nearest(name, stages);
  const list = `he stages are ${stages.join(', ')}`;
  return new UserError(
    `no stage ${JSON.stringify(name)}; ${close ? `did you mean ${close}? T${list}` : `t${list}`}`,
  );
}
