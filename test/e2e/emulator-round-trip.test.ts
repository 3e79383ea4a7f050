import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateAccountCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { awsClientConfig, findTerraform, type PrivateCloud, startPrivateCloud } from '../../local';
import { temporaryRepository } from '../local/cloud-under-test';
import { roundTrip } from '../local/round-trip';
import { type ServerCertificate, serverCertificate } from '../local/server-certificate';
import { command, type CommandResult } from '../support/cdktf';

jest.setTimeout(10 * 60 * 1000);

let root: string;
let folder: string;
let cloud: PrivateCloud;
let terraform: string;
let account: string;
let server: ServerCertificate;

const run = (...args: string[]): Promise<CommandResult> =>
  command(terraform, [...args, '-input=false', '-no-color'], folder, cloud.environment);

const write = (isChanged: boolean): Promise<void> =>
  writeFile(join(folder, 'main.tf.json'), JSON.stringify(roundTrip(account, { server, isChanged })));

/** The provider waits most of the time, 55 s for each bucket's lifecycle: everything at once. */
const AT_ONCE = '-parallelism=40';

beforeAll(async () => {
  terraform = (await findTerraform()).path;
  root = await temporaryRepository();
  cloud = await startPrivateCloud(root);
  folder = join(root, `round-trip-${randomBytes(3).toString('hex')}`);
  await mkdir(folder);
  const { CreateAccountStatus } = await new OrganizationsClient(awsClientConfig(cloud)).send(
    new CreateAccountCommand({ AccountName: 'member', Email: 'member@example.org' }),
  );
  account = CreateAccountStatus?.AccountId ?? '';
  server = await serverCertificate();
  await write(false);
});

afterAll(async () => {
  await cloud.stop();
  await rm(root, { recursive: true, force: true });
});

// Each step needs the one before.
describe('the resources of a data stage, in a member account', () => {
  it('are applied', async () => {
    expect(await run('init')).toMatchObject({ exitCode: 0 });
    const { exitCode, output } = await run('apply', '-auto-approve', AT_ONCE);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  });

  it('are the same when looked at again', async () => {
    const { exitCode, output } = await run('plan', '-detailed-exitcode', AT_ONCE);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  });

  it('are changed in place', async () => {
    await write(true);
    const { exitCode, output } = await run('apply', '-auto-approve', AT_ONCE);
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.stringMatching(/0 added, [1-9]\d* changed, 0 destroyed/) as string,
    });
  });

  it('are the same after the change', async () => {
    const { exitCode, output } = await run('plan', '-detailed-exitcode', AT_ONCE);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  });

  it('are destroyed', async () => {
    const { exitCode, output } = await run('destroy', '-auto-approve', AT_ONCE);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  });
});
