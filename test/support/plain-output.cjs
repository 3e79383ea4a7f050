const { TestEnvironment } = require('jest-environment-node');

// Tests read what a user reads, without its colours. Jest tells its workers to colour when it has a terminal itself
// (FORCE_COLOR), and picocolors colours wherever CI is set; NO_COLOR (https://no-color.org) is for both. This is an
// environment and not a setup file because the latter sees a copy of process.env that started commands do not get.
delete process.env.FORCE_COLOR;
process.env.NO_COLOR = '1';

module.exports = TestEnvironment;
