import {
  CreateAccountCommand,
  DescribeOrganizationCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { DeployedProject } from '../support/deployed-project';

jest.setTimeout(10 * 60 * 1000);

const FILE = 'environments/sandbox.yaml';
const project = new DeployedProject();
let cloud: PrivateCloud;
let organizations: OrganizationsClient;

beforeAll(async () => {
  cloud = await project.start();
  organizations = new OrganizationsClient(awsClientConfig(cloud));
});

afterAll(async () => {
  await project.stop();
});

describe('adopting what exists already', () => {
  it('imports the organization when the file says that it is ours', async () => {
    const { Organization } = await organizations.send(new DescribeOrganizationCommand({}));
    project.replace(
      'environments/organization.yaml',
      'managed: false',
      [
        'managed: true',
        `id: ${Organization?.Id}`,
        'serviceAccess: [account.amazonaws.com, sso.amazonaws.com]',
        'policyTypes: [SERVICE_CONTROL_POLICY, TAG_POLICY]',
      ].join('\n  '),
    );
    expect(await project.deploy('organization')).toMatch(
      /Plan: 1 to import, \d+ to add, \d to change, 0 to destroy\./,
    );
  });

  describe('with an id or an address that is not its own', () => {
    const inFile = `account.email in ${FILE} says aws+data-sandbox@example.com: to adopt it, write the address there exactly as AWS has it, or correct account.id`;
    let written = 'unit: workloads/non-production';

    function writeId(id: string | undefined): void {
      const line = `unit: workloads/non-production\n  id: '${id}'`;
      project.replace(FILE, written, line);
      written = line;
    }

    it.each(['owner@example.com', 'AWS+data-sandbox@example.com'])(
      'fails, and says that AWS has %s',
      async (Email) => {
        const { CreateAccountStatus } = await organizations.send(
          new CreateAccountCommand({ AccountName: 'made-by-hand', Email }),
        );
        writeId(CreateAccountStatus?.AccountId);
        const output = await project.expectRefused(
          'diff',
          'sandbox-account',
          `account ${CreateAccountStatus?.AccountId} has the root e-mail ${Email}, and ${inFile}`,
        );
        expect(output).not.toContain('Instance cannot be destroyed');
      },
    );

    it('fails for an account of somebody else', async () => {
      const ofAws = written;
      writeId('999988887777');
      const output = await project.expectRefused(
        'diff',
        'sandbox-account',
        `account 999988887777 is not in this organization; correct account.id in ${FILE}, or invite the account first`,
      );
      expect(output).not.toContain('Cannot import');
      project.replace(FILE, written, ofAws);
    });
  });

  it('imports an account that was made by other means, and neither creates nor replaces one', async () => {
    project.replace(FILE, 'email: aws+data-sandbox@', 'email: AWS+data-sandbox@');
    const output = await project.diff('sandbox-account');
    expect(output).toMatch(/Plan: 1 to import, 5 to add, \d to change, 0 to destroy\./);
    expect(output).not.toContain('must be replaced');
    // What is added are its contacts, its budget and its record.
    // cdktf puts the construct's path after some addresses.
    expect(output.match(/# \S+(?: \(\S+\))? will be created/g)?.sort()).toEqual([
      ...['billing', 'operations', 'security'].map((about): unknown =>
        expect.stringContaining(`# aws_account_alternate_contact.contacts_${about}_`),
      ),
      expect.stringContaining('# aws_budgets_budget.budget_'),
      expect.stringContaining('# aws_ssm_parameter.record_parameter_'),
    ]);
  });

  it('has nothing left to do once the account is adopted', async () => {
    await project.deploy('sandbox-account');
    await project.expectNothingToDo('sandbox-account');
  });
});
