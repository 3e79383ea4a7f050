import {
  type ClientVpnEndpoint,
  CreateClientVpnEndpointCommand,
  type CreateClientVpnEndpointCommandInput,
  DeleteClientVpnEndpointCommand,
  DescribeClientVpnEndpointsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { awsClientConfig } from '../../local/aws-client-config';
import {
  type ClientVpnPrerequisites,
  clientVpnPrerequisites,
  eventually,
  federatedEndpoint,
} from './client-vpn-fixture';
import type { CloudUnderTest } from './cloud-under-test';

/** Endpoints that are deleted after each test: there may be five in a region only. */
export class EndpointsUnderTest {
  ec2!: EC2Client;
  given!: ClientVpnPrerequisites;
  /** Ids of those that are deleted after the test. */
  readonly made: string[] = [];

  constructor(local: CloudUnderTest) {
    beforeAll(async () => {
      this.ec2 = new EC2Client(awsClientConfig(local.cloud));
      this.given = await clientVpnPrerequisites(local);
    }, 60_000);

    afterEach(async () => {
      for (const ClientVpnEndpointId of this.made.splice(0))
        await this.ec2.send(new DeleteClientVpnEndpointCommand({ ClientVpnEndpointId }));
      await eventually(async () => (await this.all()).length === 0);
    });
  }

  async create(more: Partial<CreateClientVpnEndpointCommandInput> = {}): Promise<string> {
    const input = { ...federatedEndpoint(this.given), ...more };
    const { ClientVpnEndpointId = '' } = await this.ec2.send(new CreateClientVpnEndpointCommand(input));
    this.made.push(ClientVpnEndpointId);
    return ClientVpnEndpointId;
  }

  async described(id: string): Promise<ClientVpnEndpoint | undefined> {
    const input = { ClientVpnEndpointIds: [id] };
    const { ClientVpnEndpoints } = await this.ec2.send(new DescribeClientVpnEndpointsCommand(input));
    return ClientVpnEndpoints?.[0];
  }

  async all(): Promise<ClientVpnEndpoint[]> {
    const { ClientVpnEndpoints = [] } = await this.ec2.send(new DescribeClientVpnEndpointsCommand({}));
    return ClientVpnEndpoints;
  }
}
