import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES, WARNINGS } from '../../../config/rules';

const folder = join(__dirname, '../../../config/rules');
const files = readdirSync(folder).filter((file) =>
  / const \w+: Rule = /.test(readFileSync(join(folder, file), 'utf8')),
);

/** `vpc-size.ts` holds `vpcSize`. */
const camelCase = (file: string) =>
  file.replace('.ts', '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

describe('the rules', () => {
  it.each(files)('run the one in %s', (file) => {
    expect([...RULES, ...WARNINGS].map((rule) => rule.name)).toContain(camelCase(file));
  });

  it.each(files)('have a test of the one in %s', (file) => {
    expect(existsSync(join(__dirname, file.replace('.ts', '.test.ts')))).toBe(true);
  });
});
