import { existsSync } from 'node:fs';
import { join } from 'node:path';

interface Sequencer {
  sort(tests: readonly object[]): readonly { path: string }[];
}

const { LONGEST, default: LongestFirst } = jest.requireActual<{
  LONGEST: readonly string[];
  default: new (options: object) => Sequencer;
}>('./longest-first.cjs');

const context = { config: { cache: false }, hasteFS: { getSize: (path: string) => path.length } };
const testFile = (name: string) => ({ path: join(__dirname, name), context });

describe('the order of test files', () => {
  it.each(LONGEST)('knows %s by the name that it has', (name) => {
    expect(existsSync(join(__dirname, `e2e/${name}.test.ts`))).toBe(true);
  });

  it('begins with what takes minutes, goes on with the other end-to-end tests, and leaves the rest as Jest has it', () => {
    const names = ['a.test.ts', 'e2e/mistakes.test.ts', 'longer-name.test.ts', 'e2e/deploy.test.ts', 'e2e/client-vpn.test.ts']; // prettier-ignore
    expect(new LongestFirst({}).sort(names.map(testFile)).map(({ path }) => path)).toEqual(
      ['e2e/client-vpn.test.ts', 'e2e/deploy.test.ts', 'e2e/mistakes.test.ts', 'longer-name.test.ts', 'a.test.ts'].map((name) => join(__dirname, name)), // prettier-ignore
    );
  });
});
