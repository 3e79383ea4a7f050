import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  DescribeFlowLogsCommand,
  DescribeNatGatewaysCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  ListAccountsCommand,
  ListTagsForResourceCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { awsClientConfig, type PrivateCloud } from '../../local';
import { readBack } from '../../cli/demo/read-back';
import { readPlatform } from '../../cli/demo/read-platform';
import { EMPTY_PLATFORM } from '../cli/demo/empty-platform';
import { unwrapped } from '../support/cdktf';
import { fixtureStage } from '../support/config';
import { DeployedProject } from '../support/deployed-project';

jest.setTimeout(10 * 60 * 1000);

const email = 'aws+data-sandbox@example.com';
const project = new DeployedProject();
const sandbox = fixtureStage('sandbox');
let cloud: PrivateCloud;

async function accounts() {
  const { Accounts = [] } = await new OrganizationsClient(awsClientConfig(cloud)).send(
    new ListAccountsCommand({}),
  );
  return Accounts;
}

/** Options for clients in the sandbox account, through the role that Organizations makes. */
async function inSandbox() {
  const { credentials } = await project.enter(email);
  return { ...awsClientConfig(cloud), credentials };
}

const sandboxVpc = { Filters: [{ Name: 'cidr', Values: ['10.20.0.0/16'] }] };

beforeAll(async () => {
  cloud = await project.start();
});

afterAll(async () => {
  await project.stop();
});

// The steps build on each other, as they do for somebody who sets the landing zone up.
describe('deploying the first stage', () => {
  it('fails without the account, and says what to run first', async () => {
    await project.expectRefused(
      'deploy',
      'sandbox',
      `no active account with root e-mail ${email} is in this organization; create it with: npx cdktf deploy sandbox-account`,
    );
  });

  it('fails to make the account without its unit, and says what to run first', async () => {
    await project.expectRefused(
      'deploy',
      'sandbox-account',
      'organizational unit workloads is not in this organization; make it with: npx cdktf deploy organization',
    );
  });

  it.each(['organization', 'sandbox-account', 'sandbox'])('deploys %s', async (stack) => {
    await project.deploy(stack);
  });

  it('has made the account, tagged with its stage', async () => {
    const account = (await accounts()).find(({ Email }) => Email === email);
    expect(account).toMatchObject({ Name: 'data-sandbox', State: 'ACTIVE' });
    const { Tags } = await new OrganizationsClient(awsClientConfig(cloud)).send(
      new ListTagsForResourceCommand({ ResourceId: account?.Id }),
    );
    expect(Tags).toEqual(expect.arrayContaining([{ Key: 'Stage', Value: 'sandbox' }]));
  });

  describe('has made a network that', () => {
    let ec2: EC2Client;
    let vpcId: string;
    const inVpc = () => [{ Name: 'vpc-id', Values: [vpcId] }];

    beforeAll(async () => {
      ec2 = new EC2Client(await inSandbox());
      const { Vpcs = [] } = await ec2.send(new DescribeVpcsCommand(sandboxVpc));
      expect(Vpcs).toHaveLength(1);
      vpcId = Vpcs[0]?.VpcId ?? '';
    });

    it('lies in the sandbox account only', async () => {
      const { Vpcs } = await new EC2Client(awsClientConfig(cloud)).send(new DescribeVpcsCommand(sandboxVpc));
      expect(Vpcs).toEqual([]);
    });

    it('has a private and a public subnet in each of two zones', async () => {
      const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({ Filters: inVpc() }));
      expect(
        Subnets.map(({ AvailabilityZoneId, CidrBlock }) => `${AvailabilityZoneId} ${CidrBlock}`).sort(),
      ).toEqual([
        'euw1-az1 10.20.0.0/19',
        'euw1-az1 10.20.32.0/22',
        'euw1-az2 10.20.64.0/19',
        'euw1-az2 10.20.96.0/22',
      ]);
      expect(Subnets.some(({ MapPublicIpOnLaunch }) => MapPublicIpOnLaunch)).toBe(false);
    });

    it('leads from both private subnets through one NAT gateway', async () => {
      const { NatGateways = [] } = await ec2.send(new DescribeNatGatewaysCommand({ Filter: inVpc() }));
      expect(NatGateways.map(({ State }) => State)).toEqual(['available']);
      const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({ Filters: inVpc() }));
      const natRoutes = RouteTables.flatMap(({ Routes = [] }) => Routes).filter(
        ({ NatGatewayId }) => NatGatewayId,
      );
      expect(natRoutes.map(({ NatGatewayId }) => NatGatewayId)).toEqual(
        Array(2).fill(NatGateways[0]?.NatGatewayId),
      );
    });

    it('reaches S3 through a gateway endpoint', async () => {
      const { VpcEndpoints = [] } = await ec2.send(new DescribeVpcEndpointsCommand({ Filters: inVpc() }));
      expect(VpcEndpoints.map(({ ServiceName, VpcEndpointType }) => [ServiceName, VpcEndpointType])).toEqual([
        ['com.amazonaws.eu-west-1.s3', 'Gateway'],
      ]);
    });

    it('has a default security group without rules', async () => {
      const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters: inVpc() }));
      const group = SecurityGroups.find(({ GroupName }) => GroupName === 'default');
      expect(group).toMatchObject({ IpPermissions: [], IpPermissionsEgress: [] });
    });

    it('records its traffic in an encrypted log group that forgets after 90 days', async () => {
      const { FlowLogs = [] } = await ec2.send(new DescribeFlowLogsCommand({}));
      expect(FlowLogs).toEqual([expect.objectContaining({ ResourceId: vpcId, TrafficType: 'ALL' })]);
      const { logGroups = [] } = await new CloudWatchLogsClient(await inSandbox()).send(
        new DescribeLogGroupsCommand({ logGroupNamePrefix: '/vpc/' }),
      );
      expect(logGroups).toEqual([
        expect.objectContaining({
          logGroupName: '/vpc/sandbox/flow-log',
          retentionInDays: 90,
          kmsKeyId: expect.stringContaining(':key/') as unknown,
        }),
      ]);
    });
  });

  it('has made the platform, as the demo reads it back', async () => {
    const { accountName, unit, platform, vpn } = await readBack(cloud, sandbox);
    const { buckets, tables, workGroups, clusters, stepRoles, airflow, alarms, dashboards } = platform;
    expect({ accountName, unit, vpn }).toEqual({
      accountName: 'data-sandbox',
      unit: 'workloads/non-production',
      vpn: undefined,
    });
    expect(buckets.map((name) => name.replace(/-\d{12}$/, ''))).toEqual([
      'sandbox-access-logs',
      'sandbox-airflow-main',
      'sandbox-artifacts',
      'sandbox-curated',
      'sandbox-query-results',
      'sandbox-raw',
    ]);
    expect(tables).toEqual(['curated.events_daily', 'default', 'raw.events']);
    expect(workGroups).toEqual(Object.keys(sandbox.athena.workGroups).sort());
    expect(clusters).toEqual([expect.stringMatching(/^sandbox-main {2}j-\w+ {2}waiting$/)]);
    expect(stepRoles).toEqual(['sandbox-emr-step-events-daily']);
    expect(airflow).toEqual([
      expect.stringMatching(/^sandbox-main {2}available {2}Airflow \d+\.\d+\.\d+ {2}mw1\.\w+$/),
      expect.stringMatching(/^https:\/\/[\w.-]+$/),
      ...['requirements\\.txt', 'plugins\\.zip', 'startup\\.sh'].map(
        (name) => expect.stringMatching(new RegExp(`^${name} {2}version \\S+$`)) as unknown,
      ),
    ]);
    expect(alarms).toBeGreaterThan(10);
    expect(dashboards).toEqual(['sandbox']);
  });

  it.each(['organization', 'sandbox-account', 'sandbox'])(
    'plans nothing for %s a second time',
    async (stack) => {
      await project.expectNothingToDo(stack);
    },
  );
});

describe('changing a deployed stage', () => {
  it('plans exactly the value that was changed', async () => {
    project.replace(
      'environments/sandbox.yaml',
      'cidr: 10.20.0.0/16',
      'cidr: 10.20.0.0/16\n  flowLogs: { retentionDays: 180 }',
    );
    const output = await project.diff('sandbox');
    expect(output).toContain('Plan: 0 to add, 1 to change, 0 to destroy.');
    expect(unwrapped(output)).toMatch(/retention_in_days = 90 -> 180/);
  });

  it('only adds when a zone and NAT in each zone are added', async () => {
    project.replace(
      'environments/sandbox.yaml',
      'flowLogs: { retentionDays: 180 }',
      'zones: 3\n  natGateways: perZone',
    );
    const output = await project.diff('sandbox');
    expect(output).toMatch(/Plan: \d+ to add, \d+ to change, 0 to destroy\./);
    expect(output).not.toContain('must be replaced');
    project.replace('environments/sandbox.yaml', '\n  zones: 3\n  natGateways: perZone', '');
  });
});

describe('removing a stage', () => {
  it('destroys what is in the account', async () => {
    await project.destroy('sandbox');
    const { Vpcs } = await new EC2Client(await inSandbox()).send(new DescribeVpcsCommand(sandboxVpc));
    expect(Vpcs).toEqual([]);
    expect(await readPlatform(await inSandbox(), 'sandbox')).toEqual(EMPTY_PLATFORM);
  });

  it('keeps the account', async () => {
    expect((await accounts()).map(({ Email }) => Email)).toContain(email);
  });

  it('fails to destroy the account', async () => {
    await project.expectRefused('destroy', 'sandbox-account', 'Instance cannot be destroyed');
    expect((await accounts()).map(({ Email }) => Email)).toContain(email);
  });
});
