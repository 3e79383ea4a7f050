import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const repository = join(__dirname, '..');

/** One file of each folder with an import that its folder must not have, and a part of what lint says. */
const FORBIDDEN: readonly (readonly [file: string, specifier: string, message: string])[] = [
  ['modules/vpc/vpc.ts', '../../config', 'modules take plain props'],
  ['modules/vpc/vpc.ts', '../../stacks/landing-zone', 'modules take plain props'],
  ['config/index.ts', '../modules/vpc/vpc', 'config is data and rules only'],
  ['config/index.ts', 'cdktf', 'only main, stacks and modules know constructs'],
  ['stacks/landing-zone.ts', '../cli/program', 'stacks wire modules'],
  ['stacks/landing-zone.ts', '../local', 'stacks wire modules'],
  ['cli/program.ts', '../stacks/landing-zone', 'the CLI reads config'],
  ['local/index.ts', '../config', 'the local cloud only sees AWS calls'],
  ['modules/vpc/vpc.ts', '@cdktf/provider-aws', 'the barrel loads'],
  ['modules/vpc/vpc.ts', '@cdktf/provider-aws/lib', 'the barrel loads'],
  ['stacks/landing-zone.ts', '@cdktf/provider-aws/lib/index', 'the barrel loads'],
];

/** What lint says about a file that has nothing but the given imports. ESLint's own API wants ESM, so it runs apart. */
function lint(cases: typeof FORBIDDEN): string[][] {
  const script = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint({
      ruleFilter: ({ ruleId }) => /restricted/.test(ruleId),
      // These rules need no types, and loading the project for them takes most of a minute on a busy machine.
      overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
    });
    const out = [];
    for (const [file, specifier] of ${JSON.stringify(cases)}) {
      const [result] = await eslint.lintText("import '" + specifier + "';\\n", { filePath: file });
      out.push(result.messages.map(({ message }) => message));
    }
    console.log(JSON.stringify(out));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: repository,
    encoding: 'utf8',
  });
  return JSON.parse(output) as string[][];
}

describe('the direction of imports', () => {
  const said = lint(FORBIDDEN);

  it.each(FORBIDDEN.map((forbidden, index) => [...forbidden, index] as const))(
    'fails when %s imports %s',
    (_file, _specifier, message, index) => {
      expect(said[index]).toEqual([expect.stringContaining(message)]);
    },
  );

  it('lets modules import a resource of the provider', () => {
    expect(lint([['modules/vpc/vpc.ts', '@cdktf/provider-aws/lib/vpc', '']])).toEqual([[]]);
  });
});
