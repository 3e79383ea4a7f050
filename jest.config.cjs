const { availableParallelism } = require('node:os');

// ESM-only dependencies: Jest runs CommonJS, so SWC has to compile these few as well.
const esmOnly = [
  'execa',
  'listr2',
  'get-port',
  'pretty-ms',
  'parse-ms',
  'is-stream',
  'is-plain-obj',
  'get-stream',
  'figures',
  'is-unicode-supported',
  'npm-run-path',
  'path-key',
  'unicorn-magic',
  'strip-final-newline',
  'yoctocolors',
  'human-signals',
  '@sindresorhus',
  '@sec-ant',
].join('|');

/** @type {import('jest').Config} */
const shared = {
  testEnvironment: '<rootDir>/test/support/plain-output.cjs',
  transform: {
    '^.+\\.(m?[jt]s)$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
};

/** @type {import('jest').Config} */
module.exports = {
  // Most tests take milliseconds; those that start processes must also pass on a machine that has much to do.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/longest-first.cjs',
  // One worker always sleeps with the provider, most of the others do half of the time: two more than processors would
  // do, one more leaves room for tests that look at the clock.
  maxWorkers: availableParallelism() + 1,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
    },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
