import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DescribeClientVpnAuthorizationRulesCommand,
  DescribeClientVpnEndpointsCommand,
  DescribeClientVpnRoutesCommand,
  DescribeClientVpnTargetNetworksCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { awsClientConfig, importCertificate, type PrivateCloud } from '../../local';
import { CI_PLAN, organization, PLAN, stage } from '../policies/pipelines-under-test';
import { refusedActions } from '../policies/refused-actions';
import { serverCertificate } from '../local/server-certificate';
import { command } from '../support/cdktf';
import { DeployedProject } from '../support/deployed-project';
import { readVpn } from '../../cli/demo/read-vpn';

// The provider waits four minutes for an association, when it is made and when it goes, whatever AWS says.
jest.setTimeout(12 * 60 * 1000);

const REGION = 'eu-west-1';
const GROUP = 'data-engineers';
const project = new DeployedProject();
let cloud: PrivateCloud;
let ec2: EC2Client;
let endpointId: string;

beforeAll(async () => {
  cloud = await project.start({ seed: { groups: [GROUP] } });
  await project.deploy('organization');
  await project.deploy('sandbox-account');
  const access = await project.enter('aws+data-sandbox@example.com');
  ec2 = new EC2Client({ ...awsClientConfig(cloud, REGION), credentials: access.credentials });
  const certificateArn = await importCertificate(cloud, access, REGION, await serverCertificate());

  mkdirSync(project.path('environments/saml'));
  copyFileSync(
    join(__dirname, '../fixtures/saml/identity-center.xml'),
    project.path('environments/saml/sandbox-vpn.xml'),
  );
  // The web server of Airflow is private, so that there is a second place to go to.
  project.replace(
    'environments/sandbox.yaml',
    'disposable: true',
    [
      'vpn:',
      '  clientCidr: 10.250.0.0/22',
      '  saml: { metadataFile: saml/sandbox-vpn.xml }',
      `  serverCertificate: { arn: '${certificateArn}' }`,
      `  access: { ${GROUP}: [emr, airflow] }`,
      'airflow: { main: { webServerAccess: PRIVATE_ONLY, requirements: airflow/packaged/requirements.txt, plugins: airflow/packaged/plugins } }',
      'disposable: true',
    ].join('\n'),
  );
});

afterAll(async () => {
  await project.stop();
});

// The steps build on each other.
describe('a stage with a VPN', () => {
  it('is deployed', () => project.deploy('sandbox'));

  it('plans nothing a second time, and asks nothing that the role of a pull request may not', async () => {
    project.recordCallsAs('diff');
    await project.expectNothingToDo('sandbox');
    const calls = project.callsOf('diff');
    expect(calls.stage).toContain('ec2:DescribeClientVpnEndpoints');
    expect(refusedActions(organization, CI_PLAN, calls.management)).toEqual([]);
    expect(refusedActions(stage, PLAN, calls.stage)).toEqual([]);
  });

  it('has an endpoint that signs people in with SAML and sends only what is meant for the VPC', async () => {
    const { ClientVpnEndpoints: endpoints = [] } = await ec2.send(new DescribeClientVpnEndpointsCommand({}));
    expect(endpoints).toEqual([
      expect.objectContaining({
        Status: { Code: 'available' },
        ClientCidrBlock: '10.250.0.0/22',
        DnsServers: ['10.20.0.2'],
        SplitTunnel: true,
        AuthenticationOptions: [expect.objectContaining({ Type: 'federated-authentication' })],
        ConnectionLogOptions: expect.objectContaining({ Enabled: true }) as unknown,
      }),
    ]);
    endpointId = endpoints[0]?.ClientVpnEndpointId ?? '';
  });

  it('is entered through a private subnet, as a member of the group of the VPN alone', async () => {
    const { ClientVpnTargetNetworks: networks = [] } = await ec2.send(
      new DescribeClientVpnTargetNetworksCommand({ ClientVpnEndpointId: endpointId }),
    );
    const { Subnets: subnets = [] } = await ec2.send(
      new DescribeSubnetsCommand({ SubnetIds: networks.map(({ TargetNetworkId }) => TargetNetworkId ?? '') }),
    );
    const { SecurityGroups: groups = [] } = await ec2.send(
      new DescribeSecurityGroupsCommand({
        GroupIds: networks.flatMap(({ SecurityGroups }) => SecurityGroups ?? []),
      }),
    );
    expect(networks.map(({ Status }) => Status?.Code)).toEqual(['associated']);
    expect(subnets.map(({ CidrBlock }) => CidrBlock)).toEqual(['10.20.0.0/19']);
    expect(groups.map(({ GroupName }) => GroupName)).toEqual(['sandbox-client-vpn']);
  });

  it('lets the group to the subnets of its targets and to the DNS, and nobody further', async () => {
    const { AuthorizationRules: rules = [] } = await ec2.send(
      new DescribeClientVpnAuthorizationRulesCommand({ ClientVpnEndpointId: endpointId }),
    );
    expect(rules.map(({ DestinationCidr, Status }) => [DestinationCidr, Status?.Code]).sort()).toEqual([
      ['10.20.0.0/19', 'active'],
      ['10.20.0.2/32', 'active'],
      ['10.20.64.0/19', 'active'],
    ]);
    expect(rules.map(({ AccessAll }) => AccessAll)).not.toContain(true);
    const groups = new Set(rules.map(({ GroupId }) => GroupId));
    expect([...groups]).toEqual([expect.stringMatching(/^[0-9a-f-]{36,47}$/)]);
  });

  it('leads to the VPC and to nothing else', async () => {
    const { Routes: routes = [] } = await ec2.send(
      new DescribeClientVpnRoutesCommand({ ClientVpnEndpointId: endpointId }),
    );
    expect(routes.map(({ DestinationCidr, Status }) => [DestinationCidr, Status?.Code])).toEqual([
      ['10.20.0.0/16', 'active'],
    ]);
  });

  it('is read back as the demo shows it', async () => {
    const lines = (await readVpn(ec2)) ?? [];
    expect(lines.map((line) => line.trim().split(/ {2}/)[0])).toEqual([
      'endpoint',
      expect.stringMatching(/\.prod\.clientvpn\./),
      'association',
      'rule',
      'rule',
      'rule',
      'route',
    ]);
    expect(lines[0]).toBe(`endpoint  ${endpointId}  available  10.250.0.0/22`);
    expect(lines).toContainEqual(expect.stringMatching(/^route {2}10\.20\.0\.0\/16 {2}active {2}subnet-/));
  });

  it('gives people a profile that leads to its endpoint', async () => {
    const { exitCode, output } = await command(
      process.execPath,
      [project.path('cli/lz.cjs'), 'vpn', 'profile', 'sandbox', '--out', 'sandbox.ovpn'],
      project.folder,
      cloud.environment,
    );
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    const profile = readFileSync(project.path('sandbox.ovpn'), 'utf8');
    expect(profile).toMatch(
      new RegExp(`^remote \\S*${endpointId}\\.prod\\.clientvpn\\.${REGION}\\.amazonaws\\.com 443$`, 'm'),
    );
    expect(profile).toMatch(/^auth-federate$/m);
  });

  it('is destroyed, its endpoint with it', async () => {
    await project.destroy('sandbox');
    const { ClientVpnEndpoints: left = [] } = await ec2.send(new DescribeClientVpnEndpointsCommand({}));
    expect(left.filter(({ Status }) => Status?.Code !== 'deleted')).toEqual([]);
  });
});
