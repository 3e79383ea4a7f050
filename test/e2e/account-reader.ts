import {
  DescribeOrganizationalUnitCommand,
  ListAccountsCommand,
  ListParentsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { command } from '../support/cdktf';

/** What an independent client sees of the account with a root e-mail address. */
export class AccountReader {
  private readonly organizations: OrganizationsClient;

  constructor(
    private readonly cloud: PrivateCloud,
    private readonly email: string,
  ) {
    this.organizations = new OrganizationsClient(awsClientConfig(cloud));
  }

  async id(): Promise<string> {
    const { Accounts = [] } = await this.organizations.send(new ListAccountsCommand({}));
    return Accounts.find(({ Email }) => Email === this.email)?.Id ?? '';
  }

  /** Name of the unit it is in. */
  async unit(): Promise<string | undefined> {
    const { Parents } = await this.organizations.send(new ListParentsCommand({ ChildId: await this.id() }));
    const { OrganizationalUnit } = await this.organizations.send(
      new DescribeOrganizationalUnitCommand({ OrganizationalUnitId: Parents?.[0]?.Id }),
    );
    return OrganizationalUnit?.Name;
  }

  /** A contact. There is no SDK of Account Management here, so boto3 is asked. */
  async contact(type: string): Promise<unknown> {
    const script =
      'import boto3, json, sys; print(json.dumps(boto3.client("account").get_alternate_contact(' +
      'AccountId=sys.argv[1], AlternateContactType=sys.argv[2])["AlternateContact"]))';
    const { output } = await command(
      'python3',
      ['-c', script, await this.id(), type],
      this.cloud.folder,
      this.cloud.environment,
    );
    return JSON.parse(output.slice(output.indexOf('{'))) as unknown;
  }
}
