import { readConfig } from '../../config';
import { CORRECT, stageFile, writeFolder } from './environment-folder';

/** Milliseconds that it takes to check a folder with this many stages. */
function timed(count: number): number {
  const stages = Array.from({ length: count }, (_, index): [string, string] => [
    `s${index + 1}.yaml`,
    stageFile(`s${index + 1}`, `10.${index + 1}.0.0/16`),
  ]);
  const root = writeFolder({
    'organization.yaml': CORRECT['organization.yaml'] ?? '',
    'defaults.yaml': CORRECT['defaults.yaml'] ?? '',
    ...Object.fromEntries(stages),
  });
  const start = performance.now();
  const { problems } = readConfig(root);
  const duration = performance.now() - start;
  expect(problems).toEqual([]);
  return duration;
}

describe('checking many stages', () => {
  // Generous, because other processes take their share: five times the stages may take ten times as long.
  it('takes time in proportion to them', () => {
    timed(10); // whatever happens only once
    const ten = Math.min(timed(10), timed(10));
    const fifty = Math.min(timed(50), timed(50));
    expect(fifty).toBeLessThan(10 * ten);
  });
});
