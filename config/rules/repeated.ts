import { formatLocation, type Problem } from '../problem';
import type { EnvironmentConfig } from '../schema/environment';
import type { Path } from '../source/location';
import type { Subject } from '../subject';
import { quote } from '../quote';

/**
 * Reports every stage whose value at a path another stage has too, at the later file.
 *
 * @param read the value; undefined when it is not given or not valid
 * @param normalize brings values that count as equal to one form
 */
export function repeated(
  stages: readonly Subject<EnvironmentConfig>[],
  path: Path,
  read: (stage: Subject<EnvironmentConfig>) => string | undefined,
  fix: string,
  normalize: (value: string) => string = (value) => value,
): Problem[] {
  const first = new Map<string, Subject<EnvironmentConfig>>();
  return stages.flatMap((stage) => {
    const value = read(stage);
    if (value === undefined) return [];
    const holder = first.get(normalize(value));
    if (!holder) {
      first.set(normalize(value), stage);
      return [];
    }
    const where = `${holder.name} (${formatLocation(holder.locate(path))})`;
    return [stage.problem(`${quote(value)} is used by ${where} already; ${fix}`, path)];
  });
}
