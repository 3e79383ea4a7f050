const { sep } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * End-to-end tests that take minutes, longest first; the provider spends most of that asleep. Jest knows durations
 * only of earlier runs on the same machine, and where there were none (CI) it would begin with the largest files.
 */
const LONGEST = ['client-vpn', 'airflow', 'deploy', 'query-path', 'emulator-round-trip', 'private-routing'];

/** Starts what takes longest first, so that nothing long is left to run alone at the end. */
class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a.path) - rank(b.path));
  }
}

/** Place of a file; the same for all that are as good as any other, whose order stays. */
function rank(path) {
  const place = LONGEST.findIndex((name) => path.endsWith(`${sep}e2e${sep}${name}.test.ts`));
  if (place >= 0) return place;
  return path.includes(`${sep}test${sep}e2e${sep}`) ? LONGEST.length : LONGEST.length + 1;
}

module.exports = { default: LongestFirst, LONGEST, __esModule: true };
