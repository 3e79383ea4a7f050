#!/usr/bin/env node
// TypeScript is run as it is: there is no build step to forget.
try {
  require('tsx/cjs');
} catch (error) {
  if (error.code !== 'MODULE_NOT_FOUND') throw error;
  const { dirname } = require('node:path');
  process.stderr.write(`lz: ${dirname(__dirname)} has no packages yet; install them there with: npm ci\n`);
  process.exit(1);
}
// Who pipes into head has read enough; what was begun, such as a cloud, is finished all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
// Subcommands are loaded with import() when they are used, which takes the other one of tsx's two hooks.
import('tsx/esm/api').then(({ register }) => {
  register();
  return require('./program.ts').run(process.argv);
});
