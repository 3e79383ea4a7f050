import { problemsOfNetwork } from '../environment-folder';

const subscriber = (address: string) => problemsOfNetwork(`monitoring: { subscribers: ['${address}'] }`);

describe('an address that is told of alarms', () => {
  it.each(['oncall@acme.io', 'aws+data.platform@mail.acme.co.uk', "o'neil@acme.io", 'A_b-c@a1.io'])(
    'may be %s',
    (address) => {
      expect(subscriber(address.replace("'", "''"))).toEqual([]);
    },
  );

  it.each([
    'oncall',
    'oncall@acme',
    '@acme.io',
    'on call@acme.io',
    'a@b@acme.io',
    '.oncall@acme.io',
    'oncall.@acme.io',
    'on..call@acme.io',
    'oncall@-acme.io',
    'jürgen@acme.io',
    'https://acme.io/hook',
    '${x}@acme.io',
    `${'a'.repeat(65)}@acme.io`,
    `a@${'b'.repeat(250)}.io`,
  ])('fails for %s', (address) => {
    expect(subscriber(address)).toEqual([
      expect.stringMatching(/monitoring\.subscribers\[0\]: expected an e-mail address such as /),
    ]);
  });

  it('fails for more than fit', () => {
    const many = Array.from({ length: 21 }, (_, index) => `a${index}@acme.io`).join(', ');
    expect(problemsOfNetwork(`monitoring: { subscribers: [${many}] }`)).toEqual([
      expect.stringMatching(
        /monitoring\.subscribers: expected a list: at most 20 e-mail addresses; for more people the address of a mailing list, found a list of 21$/,
      ),
    ]);
  });
});

describe('a threshold', () => {
  it.each([
    'airflow: { queueMinutes: 5, failedTasks: 3, workersAtMaximumMinutes: 1440 }',
    'emr: { idleMinutes: 1440, brokenNodesMinutes: 5, pendingNodesMinutes: 10, hdfsPercent: 100 }',
    'athena: { scannedPercent: 1 }, vpn: { authenticationFailures: 1 }',
  ])('may be set: %s', (settings) => {
    expect(problemsOfNetwork(`monitoring: { ${settings} }`)).toEqual([]);
  });

  it.each([
    ['emr: { idleMinutes: 7 }', 'a number of minutes from 5 to 1440, in steps of 5, found 7'],
    ['emr: { idleMinutes: 1445 }', 'a number of minutes from 5 to 1440, in steps of 5, found 1445'],
    ['airflow: { workersAtMaximumMinutes: 1441 }', 'a number of minutes from 1 to 1440, found 1441'],
    ['airflow: { failedTasks: 0 }', 'a whole number, at least 1, found 0'],
    ['athena: { scannedPercent: 101 }', 'a whole number of percent, 1 to 100, found 101'],
    ['vpn: { authenticationFailures: 1.5 }', 'a whole number, at least 1, found 1.5'],
  ])('fails for %s', (settings, text) => {
    expect(problemsOfNetwork(`monitoring: { ${settings} }`)).toEqual([
      expect.stringContaining(`expected ${text}`),
    ]);
  });
});
