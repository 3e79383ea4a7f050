#!/usr/bin/env node
// TypeScript is run as it is: there is no build step to forget.
require('tsx/cjs');
// Subcommands are loaded with import() when they are used, which takes the other one of tsx's two hooks.
import('tsx/esm/api').then(({ register }) => {
  register();
  return require('./program.ts').run(process.argv);
});
