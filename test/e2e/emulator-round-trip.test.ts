import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CreateAccountCommand,
  DescribeOrganizationCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { awsClientConfig, findTerraform, type PrivateCloud, startPrivateCloud } from '../../local';
import { temporaryRepository } from '../local/cloud-under-test';
import { roundTrip } from '../local/round-trip';
import { type ServerCertificate, serverCertificate } from '../local/server-certificate';
import { managementRoundTrip } from '../local/round-trip/management/management';
import { command, type CommandResult } from '../support/cdktf';

jest.setTimeout(10 * 60 * 1000);

const MANAGEMENT_ACCOUNT = '123456789012';
const GROUP = 'Data Engineers';

let root: string;
let cloud: PrivateCloud;
let terraform: string;
let organizations: OrganizationsClient;
let account: string;
let server: ServerCertificate;

/** The provider waits most of the time, 55 s for each bucket's lifecycle: everything at once. */
const AT_ONCE = '-parallelism=40';

beforeAll(async () => {
  terraform = (await findTerraform()).path;
  root = await temporaryRepository();
  cloud = await startPrivateCloud(root, {
    seed: { managementAccountId: MANAGEMENT_ACCOUNT, groups: [GROUP] },
  });
  organizations = new OrganizationsClient(awsClientConfig(cloud));
  const { CreateAccountStatus } = await organizations.send(
    new CreateAccountCommand({ AccountName: 'member', Email: 'member@example.org' }),
  );
  account = CreateAccountStatus?.AccountId ?? '';
  server = await serverCertificate();
});

afterAll(async () => {
  await cloud.stop();
  await rm(root, { recursive: true, force: true });
});

/** A folder with a configuration, in which Terraform runs. */
class Workspace {
  private readonly folder = join(root, `round-trip-${randomBytes(3).toString('hex')}`);

  async write(configuration: object): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await writeFile(join(this.folder, 'main.tf.json'), JSON.stringify(configuration));
  }

  run(...args: string[]): Promise<CommandResult> {
    return command(terraform, [...args, '-no-color'], this.folder, cloud.environment);
  }

  async expectSuccess(...args: string[]): Promise<void> {
    const { exitCode, output } = await this.run(...args);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
  }

  expectApplied = () => this.expectSuccess('apply', '-input=false', '-auto-approve', AT_ONCE);
  expectNoChanges = () => this.expectSuccess('plan', '-input=false', '-detailed-exitcode', AT_ONCE);
  expectDestroyed = () => this.expectSuccess('destroy', '-input=false', '-auto-approve', AT_ONCE);
}

// Each step needs the one before.
describe('the resources of a data stage, in a member account', () => {
  let workspace: Workspace;

  it('are applied', async () => {
    workspace = new Workspace();
    await workspace.write(roundTrip(account, { server, isChanged: false }));
    await workspace.expectSuccess('init', '-input=false');
    await workspace.expectApplied();
  });

  it('are the same when looked at again', () => workspace.expectNoChanges());

  it('are changed in place', async () => {
    await workspace.write(roundTrip(account, { server, isChanged: true }));
    const { output } = await workspace.run('plan', '-input=false', AT_ONCE);
    expect(output).toMatch(/Plan: 0 to add, [1-9]\d* to change, 0 to destroy/);
    await workspace.expectApplied();
  });

  it('are the same after the change', () => workspace.expectNoChanges());

  it('are destroyed', () => workspace.expectDestroyed());
});

describe('the resources of a landing zone, in the management account', () => {
  let workspace: Workspace;
  const write = async (isChanged: boolean): Promise<void> => {
    const { Organization } = await organizations.send(new DescribeOrganizationCommand());
    await workspace.write(
      managementRoundTrip({
        managementAccount: MANAGEMENT_ACCOUNT,
        account,
        organizationId: Organization?.Id ?? '',
        group: GROUP,
        isChanged,
      }),
    );
  };

  it('are applied', async () => {
    workspace = new Workspace();
    await write(false);
    await workspace.expectSuccess('init', '-input=false');
    await workspace.expectApplied();
  });

  it('are the same when looked at again', () => workspace.expectNoChanges());

  it('are changed in place', async () => {
    await write(true);
    const { output } = await workspace.run('plan', '-input=false', AT_ONCE);
    expect(output).toMatch(/Plan: 0 to add, \d+ to change, 0 to destroy/);
    await workspace.expectApplied();
  });

  it('are the same when looked at after that', () => workspace.expectNoChanges());

  it('are destroyed, but for the organization and its accounts', async () => {
    await workspace.expectSuccess(
      'state',
      'rm',
      'aws_organizations_organization.this',
      'aws_organizations_account.moving',
      // The account is in it.
      'aws_organizations_organizational_unit.suspended',
    );
    await workspace.expectDestroyed();
  });
});
