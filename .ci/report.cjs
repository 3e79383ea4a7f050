// Closes a CI run with the line `N passed, N failed`, and fails it when end-to-end tests did not run: a
// change that was never deployed anywhere must not look tested.
const { readFileSync } = require('node:fs');
const { sep } = require('node:path');

const [, , file] = process.argv;

function read() {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`no test results: ${error.message}`);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}

const results = read();
const endToEnd = results.testResults
  .filter(({ name }) => name.includes(`${sep}test${sep}e2e${sep}`))
  .flatMap(({ assertionResults }) => assertionResults);
const ran = endToEnd.filter(({ status }) => status === 'passed' || status === 'failed').length;
const skipped = endToEnd.length - ran;
console.log(`end-to-end tests: ${ran} ran, ${skipped} skipped`);

// A file that cannot even be loaded has no failed test in it, but is a failure.
let failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
if (ran === 0 || skipped > 0) {
  console.error('end-to-end tests were skipped; they need Terraform and moto_server, see the README');
  failed += 1;
}
console.log(`${results.numPassedTests} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
