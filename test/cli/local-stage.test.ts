import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CORRECT } from '../config/environment-folder';
import { useRepository } from './lz-in-repository';

const repository = useRepository();
const lz: typeof repository.lz = (...args) => repository.lz(...args);
const write = (name: string, text: string) =>
  writeFileSync(path.join(repository.root, 'environments', name), text);

beforeAll(() => {
  mkdirSync(path.join(repository.root, 'environments'));
  for (const [name, text] of Object.entries(CORRECT)) write(name, text);
});

const whoAmI = ['--', 'aws', 'sts', 'get-caller-identity', '--query', 'Account', '--output', 'text'];

test('fails without a cloud, and says that one has to be up', async () => {
  expect(await lz('local', 'exec', '--stage', 'one', ...whoAmI)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^lz: no local cloud is up .*"npx lz local up"/) as string,
  });
});

describe('with a cloud that is up', () => {
  beforeAll(async () => {
    expect(await lz('local', 'up')).toMatchObject({ code: 0 });
  }, 30_000);

  test('fails for a stage whose account is not there, and says what makes it', async () => {
    expect(await lz('local', 'exec', '--stage', 'one', ...whoAmI)).toMatchObject({
      code: 1,
      stderr:
        'lz: the local organization has no account with the e-mail address aws+one@acme.io yet. Make it with "npx lz local exec -- npx cdktf deploy one-account"\n',
    });
  });

  test("a command acts in the stage's account and region, and without --stage in the management account", async () => {
    const create = [
      'organizations',
      'create-account',
      '--account-name',
      'data-one',
      '--email',
      'aws+one@acme.io',
    ];
    const created = await lz(
      'local',
      'exec',
      '--',
      'aws',
      ...create,
      '--query',
      'CreateAccountStatus.AccountId',
    );
    const accountId = JSON.parse(created.stdout) as string;
    expect(await lz('local', 'exec', '--stage', 'one', ...whoAmI)).toMatchObject({
      code: 0,
      stdout: `${accountId}\n`,
    });
    expect(await lz('local', 'exec', ...whoAmI)).toMatchObject({ stdout: '111122223333\n' });
    const region = await lz(
      'local',
      'exec',
      '--stage',
      'one',
      'sh',
      '-c',
      'echo $AWS_REGION $AWS_DEFAULT_REGION',
    );
    expect(region.stdout).toBe('eu-west-1 eu-west-1\n');
  }, 30_000);

  test('an id in the file decides', async () => {
    write('one.yaml', `${CORRECT['one.yaml']}`.replace('  unit:', "  id: '999988887777'\n  unit:"));
    expect(await lz('local', 'exec', '--stage', 'one', ...whoAmI)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^lz: the local organization has no account 999988887777 yet\. .*leave account\.id out/,
      ) as string,
    });
    write('one.yaml', `${CORRECT['one.yaml']}`);
  });

  test('fails for a stage without a file', async () => {
    expect(await lz('local', 'exec', '--stage', 'twoo', ...whoAmI)).toMatchObject({
      code: 1,
      stderr: 'lz: no stage "twoo"; did you mean two? The stages are one, two\n',
    });
  });

  test("fails on mistakes in the stage's file, and only on those", async () => {
    write('two.yaml', 'stage: two\n');
    expect(await lz('local', 'exec', '--stage', 'two', ...whoAmI)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^environments\/two\.yaml:1:1 {2}[^]*\n2 problems in environments\/\n$/,
      ) as string,
    });
    expect(await lz('local', 'exec', '--stage', 'one', 'true')).toMatchObject({ code: 0 });
    rmSync(path.join(repository.root, 'environments/two.yaml'));
  });

  test('a state bucket that the configuration names later is there for the next command, once', async () => {
    write(
      'organization.yaml',
      `${CORRECT['organization.yaml']}state: { backend: s3, bucket: state-of-acme }\n`,
    );
    const versioning = ['--', 'aws', 's3api', 'get-bucket-versioning', '--bucket', 'state-of-acme'];
    for (let time = 0; time < 2; time += 1) {
      const { code, stdout } = await lz('local', 'exec', ...versioning);
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Enabled') as string });
    }
  }, 30_000);
});
