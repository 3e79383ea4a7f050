// Runs a program of this repository: node synth.cjs main.ts is what cdktf does (`app` in cdktf.json). Loading some 400
// files one by one takes longer than synthesising what they describe, so esbuild makes one script of the program and of
// what it imports of ours; packages stay where they are.
const Module = require('node:module');
const { dirname, join, resolve } = require('node:path');
const { inspect } = require('node:util');

let buildSync;
try {
  ({ buildSync } = require('esbuild'));
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  process.stderr.write(`${__dirname} has no packages yet; install them there with: npm ci\n`);
  process.exit(1);
}

// Where the script would lie: there it finds packages. It is never written, so nothing is left when a synth is killed.
const script = join(__dirname, 'one-script.cjs');

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
  const toSource = new Module.SourceMap(JSON.parse(map.text));
  const text = inspect(error).replaceAll(/(\/[^\s():]+\.cjs):(\d+):(\d+)/g, (place, file, line, column) => {
    const { originalSource, originalLine, originalColumn } =
      file === script ? toSource.findEntry(line - 1, column - 1) : {};
    if (originalSource === undefined) return place;
    return `${resolve(dirname(script), originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
  });
  process.stderr.write(`${text}\n`);
  process.exit(1);
});

const loaded = new Module(script, module);
loaded.filename = script;
loaded.paths = module.paths;
loaded._compile(code.text, script);
