// Runs a program of this repository: node synth.cjs main.ts is what cdktf does (`app` in cdktf.json). Loading some 400
// files one by one takes longer than synthesising what they describe, so esbuild makes one script of the program and of
// what it imports of ours; packages stay where they are.
const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { SourceMap } = require('node:module');
const { dirname, join, resolve } = require('node:path');
const { inspect } = require('node:util');
const { buildSync } = require('esbuild');

// Below the repository, where packages are found from, and of this process alone: several synths may run at once.
const script = join(__dirname, '.lz', 'synth', `${process.pid}.cjs`);

const [program] = process.argv.splice(2, 1);

const [map, code] = buildSync({
  absWorkingDir: __dirname,
  entryPoints: [program],
  outfile: script,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'external',
  write: false,
  logLevel: 'error',
}).outputFiles;

// Node's own support for source maps would take each of cdktf's many stack traces through the map, and as long as all
// the rest.
process.once('uncaughtException', (error) => {
  const toSource = new SourceMap(JSON.parse(map.text));
  const text = inspect(error).replaceAll(/(\/[^\s():]+\.cjs):(\d+):(\d+)/g, (place, file, line, column) => {
    const { originalSource, originalLine, originalColumn } =
      file === script ? toSource.findEntry(line - 1, column - 1) : {};
    if (originalSource === undefined) return place;
    return `${resolve(dirname(script), originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
  });
  process.stderr.write(`${text}\n`);
  process.exit(1);
});

mkdirSync(dirname(script), { recursive: true });
process.once('exit', () => rmSync(script, { force: true }));
writeFileSync(script, code.contents);
require(script);
